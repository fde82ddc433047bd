import type { Role } from '../../members/roles.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { PreviewAlert } from './role-mapping-alert.js';

/** The lists of a preview, in the order in which one should look at them. */
export const EFFECTS = ['becomeAdministrator', 'ceaseAdministrator', 'gain', 'lose', 'inProjects'] as const;

export type Effect = (typeof EFFECTS)[number];

/** The words of a preview of *Role mapping*. */
export interface PreviewMessages {
  readonly title: string;
  readonly lead: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly alerts: Readonly<Record<PreviewAlert, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly confirmHint: string;
  readonly apply: string;
  readonly back: string;
  readonly becomes: string;
  readonly noGroup: string;
  readonly unknownProject: string;
  readonly effects: Readonly<Record<Effect, (count: number) => string>>;
  confirm: (groups: readonly string[]) => string;
  becauseOf: (group: string) => string;
  roleInProject: (role: string, project: string) => string;
  showMore: (count: number) => string;
  others: (count: number) => string;
}

export const PREVIEW_MESSAGES: Translated<PreviewMessages> = {
  en: {
    title: 'Preview of role mapping',
    lead: 'This is what your changes would do. Nothing has been changed yet.',
    nobody: 'Nobody’s role changes',
    nobodyHint: 'Apply to keep the rules for people who come later.',
    alerts: {
      outdated:
        'Groups, members or mappings changed since you looked, so nothing was applied. This is the preview as of now.',
      unconfirmed: 'Nothing was applied: confirm that the members of these groups are to become Administrators.',
      lastAdministrator:
        'Nothing was applied: the organization would be left without an active Administrator. Make another member Administrator first.',
    },
    roles: ROLE_NAMES.en,
    confirmHint:
      'Administrators manage people, identity and billing. From now on, whoever is put into such a group at the identity provider is one.',
    apply: 'Apply',
    back: 'Back to editing',
    becomes: 'becomes',
    noGroup: 'no group decides',
    unknownProject: 'a project',
    effects: {
      becomeAdministrator: (count) => `${people(count)} ${count === 1 ? 'becomes' : 'become'} Administrator`,
      ceaseAdministrator: (count) => `${people(count)} ${count === 1 ? 'ceases' : 'cease'} to be Administrator`,
      gain: (count) => `${people(count)} ${count === 1 ? 'gets' : 'get'} a greater role`,
      lose: (count) => `${people(count)} ${count === 1 ? 'gets' : 'get'} a lesser role`,
      inProjects: (count) => `Of ${people(count)} roles in projects change`,
    },
    confirm: (groups) => `Yes, the members of ${LISTS.en.format(groups)} are to be Administrators`,
    becauseOf: (group) => `because of ${group}`,
    roleInProject: (role, project) => `${role} in ${project}`,
    showMore: (count) => `Show ${count} more`,
    others: (count) => `and ${count.toLocaleString('en')} others`,
  },
  pt: {
    title: 'Prévia do mapeamento de papéis',
    lead: 'É isto que as suas alterações fariam. Nada foi alterado ainda.',
    nobody: 'O papel de ninguém muda',
    nobodyHint: 'Aplique para manter as regras para quem chegar depois.',
    alerts: {
      outdated:
        'Grupos, membros ou mapeamentos mudaram desde que você olhou, por isso nada foi aplicado. Esta é a prévia de agora.',
      unconfirmed: 'Nada foi aplicado: confirme que os membros destes grupos devem se tornar Administradores.',
      lastAdministrator:
        'Nada foi aplicado: a organização ficaria sem um Administrador ativo. Torne outro membro Administrador primeiro.',
    },
    roles: ROLE_NAMES.pt,
    confirmHint:
      'Administradores gerenciam pessoas, identidade e cobrança. De agora em diante, quem for colocado em um destes grupos no provedor de identidade é um deles.',
    apply: 'Aplicar',
    back: 'Voltar à edição',
    becomes: 'passa a ser',
    noGroup: 'nenhum grupo decide',
    unknownProject: 'um projeto',
    effects: {
      becomeAdministrator: (count) =>
        `${pessoas(count)} ${count === 1 ? 'se torna Administrador' : 'se tornam Administradores'}`,
      ceaseAdministrator: (count) =>
        `${pessoas(count)} ${count === 1 ? 'deixa de ser Administrador' : 'deixam de ser Administradores'}`,
      gain: (count) => `${pessoas(count)} ${count === 1 ? 'recebe' : 'recebem'} um papel maior`,
      lose: (count) => `${pessoas(count)} ${count === 1 ? 'recebe' : 'recebem'} um papel menor`,
      inProjects: (count) => `Papéis em projetos mudam para ${pessoas(count)}`,
    },
    confirm: (groups) => `Sim, os membros de ${LISTS.pt.format(groups)} devem ser Administradores`,
    becauseOf: (group) => `por causa de ${group}`,
    roleInProject: (role, project) => `${role} em ${project}`,
    showMore: (count) => `Mostrar mais ${count}`,
    others: (count) => `e outros ${count.toLocaleString('pt-BR')}`,
  },
};

const LISTS: Translated<Intl.ListFormat> = { en: new Intl.ListFormat('en'), pt: new Intl.ListFormat('pt-BR') };

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);
const pessoas = (count: number) => (count === 1 ? '1 pessoa' : `${count.toLocaleString('pt-BR')} pessoas`);
