import type { ProviderState } from '../../identity-providers/identity-provider.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface StateChipProps {
  readonly state: ProviderState;
  readonly messages: Pick<ProvidersMessages, 'states'>;
}

/** How far a provider is. */
export const StateChip = ({ state, messages }: StateChipProps) => (
  <span class={`chip chip--dot${KINDS[state]}`}>{messages.states[state]}</span>
);

const KINDS: Readonly<Record<ProviderState, string>> = { draft: '', validated: ' chip--note', active: ' chip--good' };
