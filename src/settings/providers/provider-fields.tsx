import { MATCH_CLAIMS, PROVIDER_LIMITS } from '../../identity-providers/identity-provider.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import { PROVISIONING_PATH, toConnectionSettingsPath } from '../provisioning/provisioning-path.js';
import { Box, Field } from './field.js';
import type { ProviderPage } from './provider-page.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface ProviderFieldsProps {
  readonly page: ProviderPage;
  readonly messages: ProvidersMessages;
}

/** The settings of a provider. */
export const ProviderFields = ({ page, messages }: ProviderFieldsProps) => {
  const { provider, form } = page;
  return (
    <form class="provider-form" method="post" action={`${PROVIDERS_PATH}/${provider?.id ?? 'new'}`} autocomplete="off">
      {provider && <input type="hidden" name="revision" value={provider.revision} />}
      <section aria-labelledby="configuration-title">
        <h2 id="configuration-title">{messages.configuration}</h2>
        <Field label={messages.name} hint={messages.nameHint} name="name">
          <input
            id="name"
            name="name"
            value={form.name}
            maxLength={PROVIDER_LIMITS.name}
            required
            aria-describedby="name-hint"
          />
        </Field>
        <Field label={messages.issuer} hint={messages.issuerHint} name="issuer">
          <input
            id="issuer"
            name="issuer"
            type="url"
            value={form.issuer}
            maxLength={PROVIDER_LIMITS.issuer}
            required
            aria-describedby="issuer-hint"
            spellcheck={false}
          />
        </Field>
        <Field label={messages.clientId} name="clientId">
          <input
            id="clientId"
            name="clientId"
            value={form.clientId}
            maxLength={PROVIDER_LIMITS.clientId}
            required
            spellcheck={false}
          />
        </Field>
        <Field
          label={messages.clientSecret}
          hint={provider ? messages.secretKeptHint : messages.secretNewHint}
          name="clientSecret"
        >
          <input
            id="clientSecret"
            name="clientSecret"
            type="password"
            autocomplete="new-password"
            maxLength={PROVIDER_LIMITS.clientSecret}
            required={!provider}
            aria-describedby="clientSecret-hint"
          />
        </Field>
        <Field label={messages.domains} hint={messages.domainsHint} name="domains">
          <textarea id="domains" name="domains" rows={3} required aria-describedby="domains-hint" spellcheck={false}>
            {form.domains}
          </textarea>
        </Field>
      </section>
      <Matching page={page} messages={messages} />
      <button type="submit">{provider && provider.state !== 'draft' ? messages.save : messages.saveDraft}</button>
    </form>
  );
};

const Matching = ({ page: { form, connections }, messages }: ProviderFieldsProps) => (
  <section aria-labelledby="matching-title">
    <h2 id="matching-title">{messages.matching}</h2>
    <p class="muted">{messages.matchingHint}</p>
    <Field label={messages.connection} name="connectionId">
      <select id="connectionId" name="connectionId" autocomplete="off">
        <option value="" selected={form.connectionId === ''}>
          {messages.noConnection}
        </option>
        {connections.map(({ id, name }) => (
          <option key={id} value={id} selected={form.connectionId === id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
    <Field label={messages.matchClaim} hint={messages.matchClaimHint} name="matchClaim">
      <select id="matchClaim" name="matchClaim" autocomplete="off" aria-describedby="matchClaim-hint">
        {MATCH_CLAIMS.map((claim) => (
          <option key={claim} value={claim} selected={form.matchClaim === claim}>
            {messages.matchClaims[claim]}
          </option>
        ))}
      </select>
    </Field>
    <Box name="trustsEmail" label={messages.trustsEmail} hint={messages.trustsEmailHint} ticked={form.trustsEmail} />
    <p class="muted">
      {messages.onlyProvisioned}{' '}
      <a href={form.connectionId === '' ? PROVISIONING_PATH : toConnectionSettingsPath(form.connectionId)}>
        {messages.connectionSettings}
      </a>
    </p>
  </section>
);
