import type { IdentityProvider, ProviderState as State } from '../../identity-providers/identity-provider.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface ProviderStateProps {
  readonly provider: IdentityProvider;
  readonly language: Language;
  readonly messages: ProvidersMessages;
}

/** How far the provider is on its way from draft to active, and the steps that it can take from there. */
export const ProviderState = ({ provider, language, messages }: ProviderStateProps) => {
  const { state, testedAt } = provider;
  return (
    <section class="provider-state" aria-label={messages.steps}>
      <ol>
        {STATES.map((step) => (
          <li
            key={step}
            aria-current={step === state ? 'step' : undefined}
            data-past={isPast(step, state) || undefined}
          >
            {messages.states[step]}
          </li>
        ))}
      </ol>
      <p>{messages.stateHints[state]}</p>
      <div class="provider-state__acts">
        {state === 'draft' ? (
          <Act provider={provider} verb="validate" label={messages.validate} isNext />
        ) : (
          <Act provider={provider} verb="test" label={messages.test} isNext={state === 'validated' && !testedAt} />
        )}
        {state === 'validated' && (
          <>
            <Act provider={provider} verb="activate" label={messages.activate} isNext={testedAt !== null} />
            <Act provider={provider} verb="validate" label={messages.validateAgain} />
          </>
        )}
        {state === 'active' && (
          <>
            <Act provider={provider} verb="validate" label={messages.validateAgain} />
            <Act provider={provider} verb="deactivate" label={messages.deactivate} describedBy="deactivate-hint" />
          </>
        )}
      </div>
      {state !== 'draft' && (
        <p class="muted">
          {testedAt ? (
            <>
              {messages.tested}: <Moment at={testedAt} language={language} /> UTC
            </>
          ) : (
            messages.notTested
          )}
        </p>
      )}
      {state === 'active' && (
        <p class="muted" id="deactivate-hint">
          {messages.deactivate}: {messages.deactivateHint}
        </p>
      )}
    </section>
  );
};

const STATES: readonly State[] = ['draft', 'validated', 'active'];

const isPast = (step: State, state: State) => STATES.indexOf(step) < STATES.indexOf(state);

interface ActProps {
  readonly provider: IdentityProvider;
  readonly verb: 'validate' | 'test' | 'activate' | 'deactivate';
  readonly label: string;
  /** Whether it is what one would do next. */
  readonly isNext?: boolean;
  readonly describedBy?: string;
}

const Act = ({ provider: { id, revision }, verb, label, isNext = false, describedBy }: ActProps) => (
  <form method="post" action={`${PROVIDERS_PATH}/${id}/${verb}`}>
    <input type="hidden" name="revision" value={revision} />
    <button type="submit" class={isNext ? undefined : 'small'} aria-describedby={describedBy}>
      {label}
    </button>
  </form>
);
