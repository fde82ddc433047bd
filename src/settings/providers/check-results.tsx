import type { Check, CheckOutcome } from '../../identity-providers/configuration-check.service.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface CheckResultsProps {
  readonly checks: readonly Check[];
  readonly messages: ProvidersMessages;
}

/** What *Validate configuration* found, and for what failed what to change. */
export const CheckResults = ({ checks, messages }: CheckResultsProps) => {
  const isGood = checks.every(({ outcome }) => outcome !== 'failed');
  return (
    <section class="provider-section" aria-labelledby="checks-title">
      <h2 id="checks-title">{messages.checks}</h2>
      <p class={isGood ? 'done' : 'alert'} role={isGood ? 'status' : 'alert'}>
        {isGood ? messages.checksGood : messages.checksBad}
      </p>
      <ul class="checks">
        {checks.map((check) => (
          <li key={check.name}>
            <span class={`chip${KINDS[check.outcome]}`}>{messages.outcomes[check.outcome]}</span>
            <div>
              {messages.checkNames[check.name]}
              {check.outcome !== 'passed' && <Advice check={check} messages={messages} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const KINDS: Readonly<Record<CheckOutcome, string>> = { passed: ' chip--good', failed: ' chip--bad', noted: '' };

interface AdviceProps {
  readonly check: Check;
  readonly messages: ProvidersMessages;
}

const Advice = ({ check: { name, failure, found }, messages }: AdviceProps) => (
  <span class="line muted">
    {failure ? messages.failures[failure] : messages.failed[name]}
    {found && (
      <span class="line">
        {failure ? messages.asked : messages.found}: <code>{found.slice(0, LONGEST_FOUND)}</code>
      </span>
    )}
  </span>
);

const LONGEST_FOUND = 300;
