import { Controller, Get, Header } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { streamKeysUrl } from '../events/streams/stream-addresses.js';

/** Who issues security event tokens and where the keys are (Shared Signals Framework 1.0 §7.1): no more than is true. */
@Controller('.well-known/ssf-configuration')
export class SsfConfigurationController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  read(): Readonly<Record<string, unknown>> {
    return {
      spec_version: '1_0',
      issuer: this.settings.publicUrl,
      jwks_uri: streamKeysUrl(this.settings),
      delivery_methods_supported: ['urn:ietf:rfc:8936'],
      authorization_schemes: [{ spec_urn: 'urn:ietf:rfc:6750' }],
    };
  }
}
