import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { isId } from '../connections/random-id.js';
import { representAuthorizationServer } from '../oauth/represent-authorization-server.js';
import { Addresses } from './addresses.js';
import type { OAuthDocument } from './oauth-replies.service.js';

const AN_HOUR = 'public, max-age=3600';

/** The metadata of a connection where RFC 8414 §3.1 has it: with the path of the issuer behind the well-known one. */
@Controller(':connectionId')
export class WellKnownMetadataController {
  constructor(private readonly addresses: Addresses) {}

  @Get()
  @Header('Cache-Control', AN_HOUR)
  get(@Param('connectionId') connectionId: string): OAuthDocument {
    return metadataOf(connectionId, this.addresses);
  }
}

/** The same behind the issuer, where clients look that put the two together like addresses elsewhere. */
@Controller(':connectionId/.well-known/oauth-authorization-server')
export class IssuerMetadataController {
  constructor(private readonly addresses: Addresses) {}

  @Get()
  @Header('Cache-Control', AN_HOUR)
  get(@Param('connectionId') connectionId: string): OAuthDocument {
    return metadataOf(connectionId, this.addresses);
  }
}

/** Tells nothing of a tenant, not even whether there is such a connection. */
function metadataOf(connectionId: string, addresses: Addresses): OAuthDocument {
  if (!isId(connectionId)) throw new NotFoundException('There is no such authorization server.');
  return representAuthorizationServer(addresses.issuer(connectionId), addresses.tokenEndpoint(connectionId));
}
