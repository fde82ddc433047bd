import { inLetter, type LetterTemplate } from '../mail/letter.js';

interface CredentialWords {
  readonly organization: string;
  readonly connectionName: string;
  readonly kind: 'token' | 'secret';
  readonly label: string;
  readonly expiresAt: Date;
  readonly days: number;
  readonly url: string;
}

/** What every Administrator is sent before a token or client secret ends. It holds nothing that opens anything. */
export const CREDENTIAL_LETTER: LetterTemplate<CredentialWords> = {
  en: ({ organization, connectionName, kind, label, expiresAt, days, url }) => ({
    subject: `${NAMES.en[kind]} “${inLetter(label)}” of ${inLetter(connectionName)} expires within ${days === 1 ? 'a day' : `${days} days`}`,
    paragraphs: [
      `${NAMES.en[kind]} “${inLetter(label)}”, by which ${inLetter(connectionName)} provisions ${inLetter(organization)}, expires on ${FORMATS.en.format(expiresAt)} UTC.`,
      'From then on RuleForge refuses what is sent with it: nobody joins, changes or loses access through the directory until it has another one.',
      'Rotate it under Credentials and enter the new one at the identity provider. The old one works on for a while, so nothing is lost in between.',
    ],
    action: { label: 'Open Credentials', url },
    closing: ['You are told because you are an Administrator of the organization.'],
  }),
  pt: ({ organization, connectionName, kind, label, expiresAt, days, url }) => ({
    subject: `${NAMES.pt[kind]} “${inLetter(label)}” de ${inLetter(connectionName)} expira em até ${days === 1 ? 'um dia' : `${days} dias`}`,
    paragraphs: [
      `${NAMES.pt[kind]} “${inLetter(label)}”, com que ${inLetter(connectionName)} provisiona ${inLetter(organization)}, expira em ${FORMATS.pt.format(expiresAt)} UTC.`,
      'A partir daí o RuleForge recusa o que for enviado com isso: ninguém entra, muda ou perde o acesso pelo diretório até que ele receba outra credencial.',
      'Faça a rotação em Credenciais e digite a nova no provedor de identidade. A antiga continua valendo por um tempo, para que nada se perca no meio.',
    ],
    action: { label: 'Abrir Credenciais', url },
    closing: ['Você recebe este aviso por ser Administrador da organização.'],
  }),
};

const NAMES = {
  en: { token: 'The token', secret: 'The client secret of' },
  pt: { token: 'O token', secret: 'O segredo do cliente' },
} as const;

const STYLE = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;

const FORMATS = {
  en: new Intl.DateTimeFormat('en', STYLE),
  pt: new Intl.DateTimeFormat('pt-BR', STYLE),
} as const;
