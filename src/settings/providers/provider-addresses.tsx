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
      <Address id="callback" name={messages.callback} value={addresses.callback} messages={messages} />
      <Address id="signed-out" name={messages.signedOut} value={addresses.signedOut} messages={messages} />
      {addresses.ofProvider && (
        <>
          <Address id="login" name={messages.login} value={addresses.ofProvider.login} messages={messages} />
          <Address
            id="back-channel-logout"
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
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly messages: ProvidersMessages;
}

const Address = ({ id, name, value, messages: { copy, copied } }: AddressProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Copyable id={id} name={name} value={value} copy={copy} copied={copied} />
    </dd>
  </div>
);
