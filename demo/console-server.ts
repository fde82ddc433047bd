import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { HAPPENINGS } from './company.js';
import { type ConsoleContent, consolePage } from './console-page.js';

export interface ConsoleServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page of the example company's directory, to this machine only. */
export async function startConsole(port: number, content: ConsoleContent): Promise<ConsoleServer> {
  const server = createServer((request, response) => {
    answer(content, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(content: ConsoleContent, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    await act(content, request);
    response.writeHead(303, { location: '/' }).end();
  } else if (request.url === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(consolePage(content));
  } else {
    response.writeHead(404).end();
  }
}

async function act({ play }: ConsoleContent, request: IncomingMessage): Promise<void> {
  const form = new URLSearchParams(await text(request));
  if (request.url === '/pause') play.pause();
  if (request.url === '/resume') play.resume();
  const happening = HAPPENINGS.find((one) => one === form.get('happening'));
  if (request.url === '/let' && happening) await play.let(happening, form.get('person') ?? undefined);
}
