import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import type { Match } from '../../identity-providers/member-matching.service.js';
import type { ProviderClaims } from '../../identity-providers/provider-claims.js';
import { Headline } from '../layout/headline.js';
import { Shell } from '../layout/shell.js';
import { Trail } from '../layout/trail.js';
import type { Viewer } from '../layout/viewer.js';
import { Alert, Report } from '../layout/tidings.js';
import { PROVIDERS_PATH } from './sso-paths.js';
import { TEST_MESSAGES, type TestMessages } from './test-messages.js';

export interface TestResultViewProps {
  readonly viewer: Viewer;
  readonly provider: IdentityProvider;
  readonly claims: ProviderClaims;
  readonly match: Match;
}

/** *Test login flow*: whether the account would enter, as whom, and the claims that decide it. */
export const TestResultView = ({ viewer, provider, claims, match }: TestResultViewProps) => {
  const messages = TEST_MESSAGES[viewer.language];
  const path = `${PROVIDERS_PATH}/${provider.id}`;
  return (
    <Shell viewer={viewer} path={PROVIDERS_PATH} title={messages.title}>
      <Trail to={path} name={provider.name} here={messages.title} language={viewer.language} />
      <Headline title={messages.title} lead={messages.lead} />
      <Verdict match={match} messages={messages} />
      <Claims provider={provider} claims={claims} messages={messages} />
      <a class="step" href={path}>
        {messages.back}
      </a>
    </Shell>
  );
};

const Verdict = ({ match, messages }: { readonly match: Match; readonly messages: TestMessages }) =>
  match.kind === 'member' ? (
    <Report>
      <strong>{messages.wouldEnter(match.member.name)}</strong>
      <span class="line">{messages.by[match.by]}</span>
    </Report>
  ) : (
    <Alert>
      <strong>{messages.wouldNot(match.member?.name)}</strong>
      <span class="line">{messages.refusals[match.refusal]}</span>
    </Alert>
  );

interface ClaimsProps {
  readonly provider: IdentityProvider;
  readonly claims: ProviderClaims;
  readonly messages: TestMessages;
}

const Claims = ({ provider, claims, messages }: ClaimsProps) => {
  const { subject, externalId, email, emailVerified, name } = claims;
  const verified =
    emailVerified === undefined ? undefined : emailVerified ? messages.isVerified : messages.isUnverified;
  const rows: readonly (readonly [claim: string, value: string | undefined])[] = [
    ['iss', provider.issuer],
    ['sub', subject],
    ...(provider.matchClaim === 'sub' ? [] : [[provider.matchClaim, externalId] as const]),
    ['email', email],
    ['email_verified', verified],
    ['name', name],
  ];
  return (
    <table class="claims">
      <caption>{messages.claims}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.claim}</th>
          <th scope="col">{messages.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([claim, value]) => (
          <tr key={claim}>
            <th scope="row">
              <code>{claim}</code>
            </th>
            <td>{value ?? <span class="muted">{messages.missing}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
