import type { UnmatchableReason } from '../../identity-providers/sign-in-check.service.js';
import type { Translated } from '../../web/language.js';

/** The words of *Sign-in check*. */
export interface SignInCheckMessages {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noneHint: string;
  readonly toProviders: string;
  readonly person: string;
  readonly why: string;
  readonly change: string;
  readonly noAddress: string;
  readonly more: string;
  readonly externalIds: Readonly<Record<UnmatchableReason, string>>;
  readonly changes: Readonly<Record<UnmatchableReason, string>>;
  foreignDomain: (address: string) => string;
  fine: (provider: string) => string;
  count: (people: number, more: boolean) => string;
  rule: (claim: string, domains: string) => string;
}

export const SIGN_IN_CHECK_MESSAGES: Translated<SignInCheckMessages> = {
  en: {
    title: 'Sign-in check',
    lead: 'People whom this connection provisioned and who could not sign in, because nothing that RuleForge knows of them can match what the identity provider will assert.',
    none: 'No identity provider to check against',
    noneHint: 'Set up sign-in with the same identity provider; then this screen says who would fail before they do.',
    toProviders: 'Identity providers',
    person: 'Person',
    why: 'Why sign-in would fail',
    change: 'What to change',
    noAddress: 'there is no e-mail address',
    more: 'Only the first are shown: they probably have the same cause.',
    externalIds: {
      noExternalId: 'There is no externalId, and',
      notCompared: 'The provider is not bound to this connection, so externalIds are not compared, and',
      externalIdForm: 'The externalId has not the form of the claim, and',
      otherExternalId: 'The externalIds of others who signed in were not what the provider asserts, and',
    },
    changes: {
      noExternalId: 'Map externalId at the provider to the claim that sign-in compares, or allow the domain.',
      notCompared: 'Choose this connection at the identity provider’s settings, or allow the domain.',
      externalIdForm: 'Map externalId at the provider to the same field as the claim, or choose another claim.',
      otherExternalId: 'Choose another claim at the identity provider’s settings, or map externalId to it.',
    },
    foreignDomain: (address) => `the domain of ${address} is not allowed`,
    fine: (provider) => `Everybody can sign in through ${provider}.`,
    count: (people, more) =>
      more
        ? `More than ${people.toLocaleString('en')} people could not sign in.`
        : `${people === 1 ? '1 person' : `${people.toLocaleString('en')} people`} could not sign in.`,
    rule: (claim, domains) => `Compared: externalId with ${claim}; else a verified e-mail of ${domains}.`,
  },
  pt: {
    title: 'Verificação de login',
    lead: 'Pessoas provisionadas por esta conexão que não conseguiriam entrar, porque nada do que o RuleForge sabe delas corresponde ao que o provedor de identidade vai declarar.',
    none: 'Nenhum provedor de identidade para verificar',
    noneHint:
      'Configure o login com o mesmo provedor de identidade; esta tela então diz quem falharia antes que aconteça.',
    toProviders: 'Provedores de identidade',
    person: 'Pessoa',
    why: 'Por que o login falharia',
    change: 'O que mudar',
    noAddress: 'não há endereço de e-mail',
    more: 'Só os primeiros são mostrados: provavelmente têm a mesma causa.',
    externalIds: {
      noExternalId: 'Não há externalId, e',
      notCompared: 'O provedor não está vinculado a esta conexão, por isso os externalIds não são comparados, e',
      externalIdForm: 'O externalId não tem a forma da declaração, e',
      otherExternalId: 'Os externalIds de outros que entraram não eram o que o provedor declara, e',
    },
    changes: {
      noExternalId: 'Mapeie externalId no provedor para a declaração que o login compara ou permita o domínio.',
      notCompared: 'Escolha esta conexão nas configurações do provedor de identidade ou permita o domínio.',
      externalIdForm: 'Mapeie externalId no provedor para o mesmo campo da declaração ou escolha outra declaração.',
      otherExternalId:
        'Escolha outra declaração nas configurações do provedor de identidade ou mapeie externalId para ela.',
    },
    foreignDomain: (address) => `o domínio de ${address} não é permitido`,
    fine: (provider) => `Todos podem entrar por ${provider}.`,
    count: (people, more) =>
      more
        ? `Mais de ${people.toLocaleString('pt-BR')} pessoas não conseguiriam entrar.`
        : `${people === 1 ? '1 pessoa não conseguiria' : `${people.toLocaleString('pt-BR')} pessoas não conseguiriam`} entrar.`,
    rule: (claim, domains) => `Comparação: externalId com ${claim}; senão, um e-mail verificado de ${domains}.`,
  },
};
