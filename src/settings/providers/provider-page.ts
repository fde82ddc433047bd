import type { Check } from '../../identity-providers/configuration-check.service.js';
import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import type { ProviderAlert } from './provider-alert.js';
import type { ProviderForm } from './provider-form.js';

/** What an administrator enters at the provider. */
export interface ProviderAddresses {
  readonly callback: string;
  readonly signedOut: string;
  /** As soon as the provider is saved. */
  readonly ofProvider?: { readonly login: string; readonly backChannelLogout: string };
}

/** What has just been done. */
export const DONE = ['saved', 'activated', 'deactivated', 'removed'] as const;
export type Done = (typeof DONE)[number];

/** The page of one provider, or of one that is to be. */
export interface ProviderPage {
  readonly provider: IdentityProvider | undefined;
  readonly form: ProviderForm;
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  readonly addresses: ProviderAddresses;
  readonly alert?: ProviderAlert;
  readonly done?: Done | undefined;
  /** What *Validate configuration* found just now. */
  readonly checks?: readonly Check[];
}
