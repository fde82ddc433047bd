import type { Translated } from '../../web/language.js';

/** Why an act was refused. */
export type MassDeactivationAlert = 'undone' | 'expired' | 'nobody' | 'seats';

/** The words about a directory that deactivated many at once. */
export interface MassDeactivationMessages {
  readonly title: string;
  readonly look: string;
  readonly whatNext: string;
  readonly again: string;
  readonly staysDead: string;
  readonly accept: string;
  readonly acceptHint: string;
  readonly people: string;
  readonly states: Readonly<Record<'active' | 'deactivated' | 'removed', string>>;
  readonly expired: string;
  readonly nobodyLeft: string;
  readonly alerts: Readonly<Record<MassDeactivationAlert, string>>;
  readonly began: string;
  readonly accepted: string;
  banner: (connection: string, people: number) => string;
  lead: (connection: string, people: number) => string;
  restorable: (count: number) => string;
  removed: (count: number) => string;
  undo: (count: number) => string;
  undoneBy: (name: string) => string;
  acceptedBy: (name: string) => string;
  showingFirst: (count: number) => string;
}

export const MASS_DEACTIVATION_MESSAGES: Translated<MassDeactivationMessages> = {
  en: {
    title: 'Mass deactivation',
    look: 'Look at it',
    whatNext: 'What the directory does next',
    again:
      'Your identity provider still counts these people as gone. It will deactivate them again, at its next synchronization at the latest when something about them changes, unless you assign them to RuleForge again there. Mend the assignment or group at the provider first, then undo.',
    staysDead:
      'They get their membership back with the roles of the groups they are in today. Old sessions and API keys stay dead: everybody signs in anew.',
    accept: 'This was intended',
    acceptHint: 'Ends the alert for all Administrators. It can still be undone for 30 days.',
    people: 'Who lost access',
    states: { active: 'Active again', deactivated: 'Deactivated', removed: 'Deleted by the directory' },
    expired:
      'This is more than 30 days ago and can no longer be undone here. Assign the people again at the identity provider.',
    nobodyLeft: 'Nobody is left whose access could be given back here: all were reactivated or deleted since.',
    alerts: {
      undone: 'This was undone already.',
      expired: 'This is more than 30 days ago and can no longer be undone here.',
      nobody: 'Nobody is left whose access could be given back here.',
      seats:
        'The plan has not enough free seats for all of them, so nobody was reactivated. Free seats or ask for more, then undo.',
    },
    began: 'Began',
    accepted: 'Noted. Nobody is alerted about this any more.',
    banner: (connection, people) =>
      `${connection} deactivated ${people.toLocaleString('en')} people within an hour. If that was a mistake, it can be undone in one act.`,
    lead: (connection, people) =>
      `${connection} asked to deactivate ${people === 1 ? '1 person' : `${people.toLocaleString('en')} people`}. RuleForge obeyed and cut their access at once.`,
    restorable: (count) =>
      count === 1
        ? '1 person can have access back.'
        : `${count.toLocaleString('en')} people can have their access back.`,
    removed: (count) =>
      count === 1
        ? '1 person was deleted by the directory and comes back only when it assigns them again.'
        : `${count.toLocaleString('en')} people were deleted by the directory and come back only when it assigns them again.`,
    undo: (count) =>
      count === 1 ? 'Undo: give 1 person access back' : `Undo: give ${count.toLocaleString('en')} people access back`,
    undoneBy: (name) => `Undone by ${name}.`,
    acceptedBy: (name) => `${name} said that this was intended.`,
    showingFirst: (count) => `The first ${count.toLocaleString('en')} by name are shown.`,
  },
  pt: {
    title: 'Desativação em massa',
    look: 'Ver',
    whatNext: 'O que o diretório fará em seguida',
    again:
      'O provedor de identidade ainda considera que essas pessoas saíram. Ele as desativará de novo, o mais tardar na próxima sincronização em que algo mudar nelas, a menos que você as atribua outra vez ao RuleForge lá. Corrija antes a atribuição ou o grupo no provedor e só então desfaça.',
    staysDead:
      'Elas recuperam a participação com os papéis dos grupos em que estão hoje. Sessões e chaves de API antigas continuam encerradas: todos entram de novo.',
    accept: 'Foi intencional',
    acceptHint: 'Encerra o alerta para todos os Administradores. Ainda pode ser desfeito por 30 dias.',
    people: 'Quem perdeu o acesso',
    states: { active: 'Ativo de novo', deactivated: 'Desativado', removed: 'Excluído pelo diretório' },
    expired:
      'Isto aconteceu há mais de 30 dias e não pode mais ser desfeito aqui. Atribua as pessoas outra vez no provedor de identidade.',
    nobodyLeft:
      'Não resta ninguém cujo acesso possa ser devolvido aqui: todos foram reativados ou excluídos desde então.',
    alerts: {
      undone: 'Isto já foi desfeito.',
      expired: 'Isto aconteceu há mais de 30 dias e não pode mais ser desfeito aqui.',
      nobody: 'Não resta ninguém cujo acesso possa ser devolvido aqui.',
      seats:
        'O plano não tem vagas livres para todos, por isso ninguém foi reativado. Libere vagas ou solicite mais e depois desfaça.',
    },
    began: 'Início',
    accepted: 'Anotado. Ninguém mais é alertado sobre isto.',
    banner: (connection, people) =>
      `${connection} desativou ${people.toLocaleString('pt-BR')} pessoas em uma hora. Se foi um engano, pode ser desfeito de uma só vez.`,
    lead: (connection, people) =>
      `${connection} pediu para desativar ${people === 1 ? '1 pessoa' : `${people.toLocaleString('pt-BR')} pessoas`}. O RuleForge obedeceu e cortou o acesso na hora.`,
    restorable: (count) =>
      count === 1
        ? '1 pessoa pode ter o acesso de volta.'
        : `${count.toLocaleString('pt-BR')} pessoas podem ter o acesso de volta.`,
    removed: (count) =>
      count === 1
        ? '1 pessoa foi excluída pelo diretório e só volta quando ele a atribuir de novo.'
        : `${count.toLocaleString('pt-BR')} pessoas foram excluídas pelo diretório e só voltam quando ele as atribuir de novo.`,
    undo: (count) =>
      count === 1
        ? 'Desfazer: devolver o acesso a 1 pessoa'
        : `Desfazer: devolver o acesso a ${count.toLocaleString('pt-BR')} pessoas`,
    undoneBy: (name) => `Desfeito por ${name}.`,
    acceptedBy: (name) => `${name} disse que foi intencional.`,
    showingFirst: (count) => `São mostradas as primeiras ${count.toLocaleString('pt-BR')} por nome.`,
  },
};
