import { Module } from '@nestjs/common';
import { OutboundFetch } from './outbound-fetch.service.js';

/** Requests to addresses that administrators name. */
@Module({ providers: [OutboundFetch], exports: [OutboundFetch] })
export class OutboundModule {}
