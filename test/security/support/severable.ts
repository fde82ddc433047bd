import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net';
import pg from 'pg';

/** A road to a database that can be cut and mended. */
export interface SeverableDatabase {
  readonly url: string;
  /** Ends every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Listens on a port of its own and passes everything on to the server behind `databaseUrl`. */
export async function severable(databaseUrl: string): Promise<SeverableDatabase> {
  const { user, password, database, host, port } = new pg.Client(databaseUrl);
  const server = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const road = new Road(server);
  const url = new URL(`postgres://127.0.0.1:${await road.open()}/${database ?? ''}`);
  url.username = user ?? '';
  url.password = password ?? '';
  return {
    url: url.href,
    cut: () => road.cut(),
    mend: () => road.mend(),
    close: () => road.close(),
  };
}

class Road {
  private readonly sockets = new Set<Socket>();
  private readonly entrance = createServer((near) => this.enter(near));
  private isCut = false;

  constructor(private readonly destination: NetConnectOpts) {}

  open(): Promise<number> {
    return new Promise((resolve) => {
      this.entrance.listen(0, '127.0.0.1', () => resolve((this.entrance.address() as AddressInfo).port));
    });
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.entrance.close();
  }

  private enter(near: Socket): void {
    const far = connect(this.destination);
    this.pass(near, far);
    this.pass(far, near);
    if (this.isCut) near.destroy();
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
