/**
 * The other side of `supervise`: what a supervised process says and when it ends.
 */

const endsWithinMs = 15_000;

/** Tells the supervisor that work is being done now; nothing where there is none. */
export function reportReady(): void {
  process.send?.({ ready: true });
}

/**
 * A supervisor that was killed cannot stop its process, but its channel closes: the process then asks itself to end
 * (SIGTERM, which drains a worker), and insists after a while. Without this, a second worker would run unseen.
 */
export function endWithSupervisor(): void {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), endsWithinMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}
