import { Body, Get, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { JWK } from 'jose';
import { Transactions } from '../database/transactions.js';
import { EventKeys } from '../events/streams/event-keys.service.js';
import { type EventStream, EventStreams, type StreamAnswer } from '../events/streams/event-streams.service.js';
import { Public } from './access.decorators.js';
import { CurrentStream, EventStreamGuard } from './event-stream.guard.js';
import { PollStreamDto } from './event-streams.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** Security event tokens, for receivers that poll, and the keys that verify them. */
@Public(true)
@ProductController('event-streams')
export class EventStreamsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly streams: EventStreams,
    private readonly keys: EventKeys,
  ) {}

  /** For anybody. */
  @Get('jwks.json')
  @Header('Content-Type', 'application/jwk-set+json')
  @Header('Cache-Control', 'public, max-age=300')
  async readKeys(): Promise<{ keys: JWK[] }> {
    return { keys: await this.keys.published(this.transactions.single) };
  }

  /** RFC 8936. */
  @Post(':id/poll')
  @HttpCode(200)
  @UseGuards(EventStreamGuard)
  @Header('Cache-Control', 'no-store')
  poll(@CurrentStream() stream: EventStream, @Body() { setErrs, ...poll }: PollStreamDto): Promise<StreamAnswer> {
    return this.streams.poll(stream, { ...poll, setErrs: errorsOf(setErrs) });
  }
}

const ERROR_LENGTH = 200;

/** What was wrong with which token, as far as it is said as RFC 8936 §2.6 has it. */
function errorsOf(setErrs: PollStreamDto['setErrs']): ReadonlyMap<string, string> {
  const known = Object.entries(setErrs).filter(([jti]) => isUUID(jti));
  return new Map(known.map(([jti, error]) => [jti, codeOf(error)]));
}

/** The code alone, and only if it is one: what else is said is for the receiver's own log. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'err' in error ? error.err : undefined;
  return typeof code === 'string' && /^[\w-]+$/.test(code) ? `refused: ${code.slice(0, ERROR_LENGTH)}` : 'refused';
}
