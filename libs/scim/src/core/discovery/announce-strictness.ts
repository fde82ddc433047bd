import { STRICT_REFUSALS } from '../dialects/refuse-leniency.js';

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:ServiceProviderConfig';

/** A ServiceProviderConfig with what a strict connection refuses, name by name, and what to send instead. */
export const announceStrictness = (config: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...config,
  schemas: [...(config['schemas'] as readonly string[]), EXTENSION],
  [EXTENSION]: { strict: true, refuses: STRICT_REFUSALS },
});
