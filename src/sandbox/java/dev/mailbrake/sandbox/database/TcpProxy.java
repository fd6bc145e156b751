package dev.mailbrake.sandbox.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A proxy to a server on the loopback interface, which can break as a network or a server does. */
public final class TcpProxy implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private Optional<Cut> cut = Optional.empty();
  private Optional<ServerSocket> serverSocket = Optional.empty();

  private TcpProxy(int target) {
    this.target = target;
    port = listen(0);
  }

  /**
   * Where to break a connection: at the commit of the first transaction that contains the words.
   */
  private record Cut(String words, boolean serverGetsIt) {}

  /** A proxy to the server at this address. */
  public static TcpProxy to(String databaseUrl) {
    return new TcpProxy(URI.create(databaseUrl).getPort());
  }

  /** The same address by way of this proxy. */
  public String url(String databaseUrl) {
    return databaseUrl.replace(":" + target + "/", ":" + port + "/");
  }

  /** Breaks all connections and refuses new ones, like a stopped server. */
  public synchronized void goDown() {
    serverSocket.ifPresent(TcpProxy::close);
    serverSocket = Optional.empty();
    open.forEach(TcpProxy::close);
  }

  public synchronized void comeBack() {
    listen(port);
  }

  /** Breaks the connection that commits the next transaction with these words in a statement. */
  public synchronized void loseCommitAfter(String words) {
    cut = Optional.of(new Cut(words, false));
  }

  /** The same, but the server receives the commit; only its answer is lost. */
  public synchronized void loseAnswerToCommitAfter(String words) {
    cut = Optional.of(new Cut(words, true));
  }

  /** The cut, if it is due here; each happens once. */
  private synchronized Optional<Cut> takeCut(Predicate<Cut> here) {
    Optional<Cut> taken = cut.filter(here);
    cut = taken.isPresent() ? Optional.empty() : cut;
    return taken;
  }

  private synchronized int listen(int wanted) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      serverSocket = Optional.of(server);
      start(() -> accept(server));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
        ProxiedConnection link = new ProxiedConnection(client, behind);
        open.add(client);
        open.add(behind);
        start(link::forward);
        start(link::back);
        if (server.isClosed()) {
          link.close(); // It arrived while the proxy went down.
        }
      } catch (IOException down) {
        return;
      }
    }
  }

  private final class ProxiedConnection {
    private final Socket client;
    private final Socket server;

    /** The client gets nothing more. */
    private final AtomicBoolean mute = new AtomicBoolean();

    /** Whether the transaction to cut has begun. */
    private boolean inTransaction;

    ProxiedConnection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void forward() {
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = client.getInputStream();
          OutputStream out = server.getOutputStream()) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          Optional<Cut> due = due(new String(buffer, 0, n, ISO_8859_1));
          if (due.isPresent() && !due.get().serverGetsIt()) {
            return;
          }
          mute.compareAndSet(false, due.isPresent());
          out.write(buffer, 0, n);
        }
      } catch (IOException broken) {
        // Expected.
      } finally {
        close();
      }
    }

    private Optional<Cut> due(String sent) {
      return takeCut(
          asked -> {
            inTransaction |= sent.contains(asked.words());
            return inTransaction && sent.contains("COMMIT");
          });
    }

    void back() {
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = server.getInputStream();
          OutputStream out = client.getOutputStream()) {
        for (int n = in.read(buffer); n >= 0 && !mute.get(); n = in.read(buffer)) {
          out.write(buffer, 0, n);
        }
      } catch (IOException broken) {
        // Expected.
      } finally {
        close();
      }
    }

    void close() {
      TcpProxy.close(client);
      TcpProxy.close(server);
      open.remove(client);
      open.remove(server);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    goDown();
  }
}
