import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import {
  type IdentityProvider,
  MATCH_CLAIMS,
  type MatchClaim,
  PROVIDER_LIMITS,
} from '../../identity-providers/identity-provider.js';
import type { ProviderWish } from '../../identity-providers/identity-providers.service.js';

const Trimmed = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A box of a form, which is sent only when it is ticked. */
const Ticked = () => Transform(({ value }: { value: unknown }) => value === 'yes');

/** What the form of a provider sends. */
export class ProviderForm {
  @IsString()
  @Trimmed()
  readonly name: string = '';

  @IsString()
  @Trimmed()
  readonly issuer: string = '';

  @IsString()
  @Trimmed()
  readonly clientId: string = '';

  /** Blank to keep the one that is stored. */
  @IsString()
  @Trimmed()
  readonly clientSecret: string = '';

  /** One a line, or between commas. */
  @IsString()
  readonly domains: string = '';

  /** Empty for none. */
  @IsString()
  readonly connectionId: string = '';

  @IsIn(MATCH_CLAIMS)
  readonly matchClaim: MatchClaim = 'sub';

  @IsBoolean()
  @Ticked()
  readonly trustsEmail: boolean = false;
}

/** A form of a provider that is there, as its sender saw it. */
export class ProviderChangeForm extends ProviderForm {
  @IsInt()
  @Transform(({ value }: { value: unknown }) => Number(value))
  readonly revision: number = 0;
}

/** A button about a provider that is there, as its sender saw it. */
export class ProviderActForm {
  @IsInt()
  @Transform(({ value }: { value: unknown }) => Number(value))
  readonly revision: number = 0;

  @IsOptional()
  @IsString()
  readonly confirmed?: string;
}

/** What a new provider's form shows: the organization's only connection is most likely the same provider's. */
export const emptyForm = (connections: readonly { readonly id: string }[]): ProviderForm =>
  Object.assign(new ProviderForm(), {
    connectionId: connections.length === 1 ? connections[0]?.id : '',
  });

export const toForm = (provider: IdentityProvider): ProviderForm => ({
  name: provider.name,
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: '',
  domains: provider.domains.join('\n'),
  connectionId: provider.connectionId ?? '',
  matchClaim: provider.matchClaim,
  trustsEmail: provider.trustsEmail,
});

export const toWish = (form: ProviderForm): ProviderWish => ({
  name: form.name,
  issuer: form.issuer,
  clientId: form.clientId,
  clientSecret: form.clientSecret,
  domains: domainsOf(form),
  connectionId: form.connectionId === '' ? null : form.connectionId,
  matchClaim: form.matchClaim,
  trustsEmail: form.trustsEmail,
});

/** What keeps a form from being looked at more closely. */
export function findFlaw(form: ProviderForm): 'incomplete' | 'tooLong' | undefined {
  const { name, issuer, clientId, clientSecret } = form;
  const domains = domainsOf(form);
  if ([name, issuer, clientId].includes('') || domains.length === 0) return 'incomplete';
  const isTooLong =
    name.length > PROVIDER_LIMITS.name ||
    clientId.length > PROVIDER_LIMITS.clientId ||
    clientSecret.length > PROVIDER_LIMITS.clientSecret ||
    domains.length > PROVIDER_LIMITS.domains ||
    UNWRITABLE.test([name, clientId, clientSecret].join(''));
  return isTooLong ? 'tooLong' : undefined;
}

const UNWRITABLE = /\p{Cc}/u;

const domainsOf = ({ domains }: ProviderForm): readonly string[] =>
  domains.split(/[\s,;]+/).filter((domain) => domain !== '');
