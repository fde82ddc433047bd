import type { Translated } from '../language.js';
import type { SsoProblem } from './sso-problem.js';

/** The words on the way to a provider and back. */
export interface SsoMessages {
  readonly leaving: string;
  readonly leavingHint: string;
  readonly go: string;
  readonly signedOut: string;
  readonly signedOutHint: string;
  readonly requestId: string;
  readonly again: string;
  readonly problems: Readonly<Record<SsoProblem, { readonly title: string; readonly text: string }>>;
}

export const SSO_MESSAGES: Translated<SsoMessages> = {
  en: {
    leaving: 'Off to your sign-in',
    leavingHint: 'Your company signs you in. If its page does not open by itself, continue here.',
    go: 'Continue',
    signedOut: 'You are signed out',
    signedOutHint: 'You are signed out of RuleForge. Your identity provider can end its own session too.',
    requestId: 'Request id',
    again: 'To the sign-in page',
    problems: {
      expired: {
        title: 'This sign-in is over',
        text: 'It took longer than ten minutes, was used already, or was begun in another browser. Begin again.',
      },
      closed: {
        title: 'This way in is closed',
        text: 'There is no such identity provider, or nobody may enter through it at the moment. Ask an administrator of your organization.',
      },
      refusedThere: {
        title: 'Your identity provider let you go',
        text: 'It says that you did not sign in, or that RuleForge is not assigned to you. Try again, or ask whoever manages it in your company.',
      },
      invalid: {
        title: 'The answer could not be trusted',
        text: 'What came back from your identity provider could not be verified, so nobody was signed in. Begin again; if it stays, give an administrator the request id below.',
      },
      misconfigured: {
        title: 'Single sign-on is not set up correctly',
        text: 'Your identity provider does not accept RuleForge’s credentials. An administrator has to enter the client id and secret again.',
      },
      away: {
        title: 'Your identity provider does not answer',
        text: 'RuleForge could not reach it. Try again in a moment.',
      },
      unknown: {
        title: 'You are not in RuleForge yet',
        text: 'Your sign-in worked, but this organization has no member who is you. Ask whoever manages your identity provider to assign RuleForge to you.',
      },
      emailUnverified: {
        title: 'Your e-mail address is not verified',
        text: 'Your identity provider does not say that your address was verified, so RuleForge cannot tell which member you are. Have it verified there, or ask an administrator.',
      },
      foreignDomain: {
        title: 'Your e-mail address is of another domain',
        text: 'This organization lets in addresses of its own domains only. Sign in with your work account.',
      },
      ambiguous: {
        title: 'Several members have your address',
        text: 'RuleForge cannot tell which of them you are. Ask an administrator to correct the addresses.',
      },
      taken: {
        title: 'Somebody else signs in as this member',
        text: 'The member with your address or id belongs to another account of your identity provider already. Ask an administrator.',
      },
      recovery: {
        title: 'The recovery administrator signs in by password',
        text: 'This member keeps access when the identity provider does not work, and so does not enter through it.',
      },
      notProvisioned: {
        title: 'You are not assigned to RuleForge',
        text: 'While a directory manages this organization, only people whom it provisioned may enter this way. Ask whoever manages your identity provider to assign RuleForge to you. If you have a RuleForge password, sign in with that.',
      },
      deactivated: {
        title: 'Your access has ended',
        text: 'Your membership in this organization is deactivated, and signing in does not bring it back. If that is a mistake, ask whoever manages your identity provider or an administrator.',
      },
    },
  },
  pt: {
    leaving: 'A caminho da sua entrada',
    leavingHint: 'A sua empresa faz a sua entrada. Se a página dela não abrir sozinha, continue por aqui.',
    go: 'Continuar',
    signedOut: 'Você saiu',
    signedOutHint: 'Você saiu do RuleForge. O seu provedor de identidade também pode encerrar a própria sessão.',
    requestId: 'Id da solicitação',
    again: 'Ir para a página de entrada',
    problems: {
      expired: {
        title: 'Esta entrada terminou',
        text: 'Ela levou mais de dez minutos, já foi usada ou começou em outro navegador. Comece de novo.',
      },
      closed: {
        title: 'Esta entrada está fechada',
        text: 'Não existe este provedor de identidade, ou ninguém pode entrar por ele no momento. Fale com um administrador da sua organização.',
      },
      refusedThere: {
        title: 'O seu provedor de identidade não fez a entrada',
        text: 'Ele diz que você não entrou ou que o RuleForge não está atribuído a você. Tente de novo ou fale com quem o gerencia na sua empresa.',
      },
      invalid: {
        title: 'A resposta não é confiável',
        text: 'O que veio do seu provedor de identidade não pôde ser verificado, por isso ninguém entrou. Comece de novo; se continuar, passe a um administrador o id da solicitação abaixo.',
      },
      misconfigured: {
        title: 'O login único não está configurado corretamente',
        text: 'O seu provedor de identidade não aceita as credenciais do RuleForge. Um administrador precisa informar de novo o ID do cliente e o segredo.',
      },
      away: {
        title: 'O seu provedor de identidade não responde',
        text: 'O RuleForge não conseguiu acessá-lo. Tente de novo daqui a pouco.',
      },
      unknown: {
        title: 'Você ainda não está no RuleForge',
        text: 'A sua entrada funcionou, mas esta organização não tem um membro que seja você. Peça a quem gerencia o seu provedor de identidade que atribua o RuleForge a você.',
      },
      emailUnverified: {
        title: 'O seu e-mail não está verificado',
        text: 'O seu provedor de identidade não diz que o seu endereço foi verificado, por isso o RuleForge não sabe qual membro você é. Peça a verificação ou fale com um administrador.',
      },
      foreignDomain: {
        title: 'O seu e-mail é de outro domínio',
        text: 'Esta organização só deixa entrar endereços dos próprios domínios. Entre com a sua conta de trabalho.',
      },
      ambiguous: {
        title: 'Vários membros têm o seu endereço',
        text: 'O RuleForge não sabe qual deles você é. Peça a um administrador que corrija os endereços.',
      },
      taken: {
        title: 'Outra pessoa entra como este membro',
        text: 'O membro com o seu endereço ou id já pertence a outra conta do seu provedor de identidade. Fale com um administrador.',
      },
      recovery: {
        title: 'O administrador de recuperação entra com senha',
        text: 'Este membro mantém o acesso quando o provedor de identidade não funciona, por isso não entra por ele.',
      },
      notProvisioned: {
        title: 'O RuleForge não está atribuído a você',
        text: 'Enquanto um diretório gerencia esta organização, só entram por aqui as pessoas que ele provisionou. Peça a quem gerencia o seu provedor de identidade que atribua o RuleForge a você. Se você tem uma senha do RuleForge, entre com ela.',
      },
      deactivated: {
        title: 'O seu acesso terminou',
        text: 'A sua participação nesta organização está desativada, e entrar não a traz de volta. Se for um engano, fale com quem gerencia o seu provedor de identidade ou com um administrador.',
      },
    },
  },
};
