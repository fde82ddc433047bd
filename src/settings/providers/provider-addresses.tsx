import { Copyable } from '../../web/layout/copyable.js';
import type { ProviderAddresses } from './provider-page.js';
import type { ProvidersMessages } from './providers-messages.js';

export interface ProviderAddressListProps {
  readonly addresses: ProviderAddresses;
  readonly messages: ProvidersMessages;
}

/** What has to be entered at the provider, each ready to be copied. */
export const ProviderAddressList = ({ addresses, messages }: ProviderAddressListProps) => (
  <section class="provider-section" aria-labelledby="addresses-title">
    <h2 id="addresses-title">{messages.addresses}</h2>
    <p class="muted">{messages.addressesHint}</p>
    <dl class="provider-addresses">
      <Address name={messages.callback} value={addresses.callback} messages={messages} />
      <Address name={messages.signedOut} value={addresses.signedOut} messages={messages} />
      {addresses.ofProvider && (
        <>
          <Address name={messages.login} value={addresses.ofProvider.login} messages={messages} />
          <Address
            name={messages.backChannelLogout}
            value={addresses.ofProvider.backChannelLogout}
            messages={messages}
          />
        </>
      )}
    </dl>
    {!addresses.ofProvider && <p class="muted">{messages.afterSaving}</p>}
  </section>
);

interface AddressProps {
  readonly name: string;
  readonly value: string;
  readonly messages: ProvidersMessages;
}

const Address = ({ name, value, messages: { copy, copied } }: AddressProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Copyable value={value} label={`${copy}: ${name}`} copy={copy} copied={copied} />
    </dd>
  </div>
);
