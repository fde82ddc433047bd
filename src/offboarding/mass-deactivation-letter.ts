import { inLetter, type LetterTemplate } from '../mail/letter.js';

interface AlertWords {
  readonly organization: string;
  readonly connection: string;
  readonly people: number;
  readonly url: string;
}

/** What every Administrator is sent when a directory deactivated many. */
export const MASS_DEACTIVATION_LETTER: LetterTemplate<AlertWords> = {
  en: ({ organization, connection, people, url }) => ({
    subject: `${people} people of ${inLetter(organization)} lost access to RuleForge within an hour`,
    paragraphs: [
      `${inLetter(connection)} deactivated ${people} people of ${inLetter(organization)} within an hour. RuleForge obeyed at once: their access is cut.`,
      'If that was a mistake, an Administrator can undo it in one act for 30 days. Mend the assignment at the identity provider first, or it will deactivate them again.',
    ],
    action: { label: 'Look at it', url },
    closing: ['You are told because you are an Administrator of the organization. If this was intended, say so there.'],
  }),
  pt: ({ organization, connection, people, url }) => ({
    subject: `${people} pessoas de ${inLetter(organization)} perderam o acesso ao RuleForge em uma hora`,
    paragraphs: [
      `${inLetter(connection)} desativou ${people} pessoas de ${inLetter(organization)} em uma hora. O RuleForge obedeceu na hora: o acesso delas acabou.`,
      'Se foi um engano, um Administrador pode desfazer isso de uma só vez durante 30 dias. Corrija antes a atribuição no provedor de identidade, ou ele as desativará de novo.',
    ],
    action: { label: 'Ver', url },
    closing: ['Você recebe este aviso por ser Administrador da organização. Se foi intencional, diga isso lá.'],
  }),
};
