/*
 * Linear threshold: whoever sees at least their threshold's share of contacts adopt, adopts. Thresholds are uniform, and
 * are drawn only for members whom the practice touches, as the number of contacts that it takes.
 */
#include "bench.h"
#include "random.h"

static int runs, seeds;
static int *touched, *adopted, *needed, *queue;
static double *spread;

static void prepare(void) {
  runs = atoi(option("runs"));
  seeds = atoi(option("seeds"));
  touched = zeros(n * sizeof(int));
  adopted = zeros(n * sizeof(int));
  needed = zeros(n * sizeof(int));
  queue = zeros(n * sizeof(int));
  spread = zeros(runs * sizeof(double));
}

static void work(void) {
  memset(touched, 0, n * sizeof(int));
  memset(adopted, 0, n * sizeof(int));
  for (int run = 0; run < runs; run++) {
    uint32_t state = stream_of(run);
    int tail = 0, mark = run + 1;
    for (int at = 0; at < seeds; at++) { queue[tail++] = at; adopted[at] = mark; }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int at = offsets[v]; at < offsets[v + 1]; at++) {
        int w = targets[at];
        if (adopted[w] == mark) continue;
        if (touched[w] != mark) {
          touched[w] = mark;
          needed[w] = (int)ceil(draw(&state) / 4294967296.0 * (offsets[w + 1] - offsets[w]));
        }
        if (--needed[w] > 0) continue;
        adopted[w] = mark;
        queue[tail++] = w;
      }
    }
    spread[run] = tail;
  }
}

static void answer(void) { print_mean(spread, runs); }
