import type { MatchedBy, Refusal } from '../../identity-providers/member-matching.service.js';
import type { Translated } from '../language.js';

/** The words of what a test of a provider showed. */
export interface TestMessages {
  readonly title: string;
  readonly lead: string;
  readonly claims: string;
  readonly claim: string;
  readonly value: string;
  readonly missing: string;
  readonly isVerified: string;
  readonly isUnverified: string;
  readonly back: string;
  readonly by: Readonly<Record<MatchedBy, string>>;
  readonly refusals: Readonly<Record<Refusal, string>>;
  wouldEnter: (member: string) => string;
  wouldNot: (member: string | undefined) => string;
}

export const TEST_MESSAGES: Translated<TestMessages> = {
  en: {
    title: 'Test login flow',
    lead: 'The sign-in worked: the provider answered, and its answer was verified. Nobody was signed in by it, and nothing was changed.',
    claims: 'What the provider says of you',
    claim: 'Claim',
    value: 'Value',
    missing: 'not sent',
    isVerified: 'yes',
    isUnverified: 'no',
    back: 'Back to the provider',
    by: {
      identity: 'This account signed in as this member before.',
      externalId: 'Their externalId from the directory is the same.',
      email: 'They have the same verified e-mail address.',
    },
    refusals: {
      unknown: 'No member has this externalId or this e-mail address. Assign RuleForge to the person at the provider.',
      emailUnverified:
        'The provider does not say that the address is verified. Have it say so, match by externalId, or trust its addresses in the settings of the provider.',
      foreignDomain: 'The address is of a domain that is not among the allowed ones.',
      ambiguous: 'Several members have this address.',
      taken: 'The member belongs to another account of the provider already.',
      recovery: 'This would be the recovery administrator, who signs in by password only.',
      notProvisioned:
        'The member was not provisioned by the directory, and its connection (Provisioning, Settings) lets only provisioned people in.',
      deactivated: 'The member is deactivated.',
    },
    wouldEnter: (member) => `This account would enter as ${member}`,
    wouldNot: (member) => (member === undefined ? 'This account could not enter' : `${member} could not enter`),
  },
  pt: {
    title: 'Testar fluxo de login',
    lead: 'A entrada funcionou: o provedor respondeu, e a resposta foi verificada. Ninguém entrou por isso, e nada foi alterado.',
    claims: 'O que o provedor diz de você',
    claim: 'Declaração',
    value: 'Valor',
    missing: 'não enviada',
    isVerified: 'sim',
    isUnverified: 'não',
    back: 'Voltar ao provedor',
    by: {
      identity: 'Esta conta já entrou como este membro.',
      externalId: 'O externalId vindo do diretório é o mesmo.',
      email: 'O endereço de e-mail verificado é o mesmo.',
    },
    refusals: {
      unknown: 'Nenhum membro tem este externalId ou este e-mail. Atribua o RuleForge à pessoa no provedor.',
      emailUnverified:
        'O provedor não diz que o endereço foi verificado. Faça-o dizer, compare pelo externalId ou confie nos endereços dele nas configurações do provedor.',
      foreignDomain: 'O endereço é de um domínio que não está entre os permitidos.',
      ambiguous: 'Vários membros têm este endereço.',
      taken: 'O membro já pertence a outra conta do provedor.',
      recovery: 'Seria o administrador de recuperação, que só entra com senha.',
      notProvisioned:
        'O membro não foi provisionado pelo diretório, e a conexão dele (Provisionamento, Ajustes) só deixa entrar pessoas provisionadas.',
      deactivated: 'O membro está desativado.',
    },
    wouldEnter: (member) => `Esta conta entraria como ${member}`,
    wouldNot: (member) => (member === undefined ? 'Esta conta não poderia entrar' : `${member} não poderia entrar`),
  },
};
