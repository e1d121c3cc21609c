import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.net.InetSocketAddress;

/**
 * Temporal's time-skipping server on 127.0.0.1 alone, ending with the test run that started it; its own main listens
 * on every interface and outlives a run that was killed.
 */
public class LoopbackTestServer {
  public static void main(String[] args) throws Exception {
    var services = new TestServicesStarter(true, 0);
    var builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    var server = builder.build().start();
    Runtime.getRuntime().addShutdownHook(new Thread(services::close));
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    server.awaitTermination();
  }
}
