import type { Role } from '../../members/roles.js';
import type { Difference } from '../../provisioning/roles/near-miss.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { Problem } from './editor-page.js';
import type { EditorAlert } from './role-mapping-alert.js';

/** The words of *Role mapping* while one edits it. */
export interface RoleMappingMessages {
  readonly title: string;
  readonly applied: string;
  readonly changed: string;
  readonly discard: string;
  readonly preview: string;
  readonly nothingWritten: string;
  readonly alerts: Readonly<Record<EditorAlert, string>>;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly inOrganization: string;
  readonly inOrganizationHint: string;
  readonly noMappings: string;
  readonly defaultRole: string;
  readonly defaultRoleHint: string;
  readonly inProjects: string;
  readonly inProjectsHint: string;
  readonly remove: string;
  readonly unmapped: string;
  readonly unmappedHint: string;
  readonly allMapped: string;
  readonly noneFound: string;
  readonly search: string;
  readonly findGroup: string;
  readonly map: string;
  readonly mapInProject: string;
  readonly noGroups: string;
  readonly noGroupsHint: string;
  readonly prepare: string;
  readonly prepareHint: string;
  readonly prepareBy: string;
  readonly byName: string;
  readonly byExternalId: string;
  readonly prepareValue: string;
  readonly exactName: string;
  readonly useInstead: string;
  readonly differences: Readonly<Record<Difference, string>>;
  /** Of a mapping whose group is not there yet. */
  waitingFor: (by: 'name' | 'externalId') => string;
  lead: (connection: string) => string;
  roleOf: (group: string) => string;
  projectOf: (group: string) => string;
  moveUp: (group: string) => string;
  moveDown: (group: string) => string;
  removeMapping: (group: string) => string;
  mapGroup: (group: string) => string;
  mapGroupInProject: (group: string) => string;
  useGroup: (group: string) => string;
  members: (count: number) => string;
  moreGroups: (count: number) => string;
}

export const ROLE_MAPPING_MESSAGES: Translated<RoleMappingMessages> = {
  en: {
    title: 'Role mapping',
    applied: 'Applied. People see a new role as soon as they reload their page.',
    changed: 'Not applied yet. Preview your changes, then apply them.',
    discard: 'Discard changes',
    preview: 'Preview changes',
    nothingWritten: 'Nothing changes before you apply the preview.',
    alerts: {
      groupGone: 'A mapped group is no longer there. Remove its mapping, or choose another group.',
      projectGone: 'A project of these mappings is no longer there. Choose another one.',
      mappedTwice:
        'A group is mapped twice. Keep one mapping to a role in the organization, and one to each role in a project.',
      administratorByName:
        'Nothing becomes Administrator by a group’s name. Choose the group itself when it is there, or prepare the mapping by its externalId.',
      administratorInProject: 'Administrator is a role in the organization. In a project, choose another role.',
      untypable:
        'Type the exact name or externalId of a group: up to 1,000 characters, none of them a control character.',
      full: 'A connection has 500 mappings at most. Remove one before you add another.',
    },
    problems: { twice: 'Mapped twice', gone: 'No longer there' },
    roles: ROLE_NAMES.en,
    inOrganization: 'Roles in the organization',
    inOrganizationHint: 'The first group in this order that somebody is in decides their role.',
    noMappings: 'No group decides a role yet. Map one of the groups below.',
    defaultRole: 'Default role',
    defaultRoleHint: 'Of whom no group and no hand gave a role.',
    inProjects: 'Roles in projects',
    inProjectsHint: 'They add up: somebody has every role that their groups give.',
    remove: 'Remove',
    unmapped: 'Groups without a mapping',
    unmappedHint: 'They change nobody’s role.',
    allMapped: 'Every group is mapped.',
    noneFound: 'No group without a mapping has this in its name.',
    search: 'Search',
    findGroup: 'Find a group',
    map: 'Map',
    mapInProject: 'Map in a project',
    noGroups: 'No groups yet',
    noGroupsHint:
      'Push groups from your identity provider, and they appear here. You can prepare mappings for groups that are still to come.',
    prepare: 'A group that has not arrived yet',
    prepareHint: 'The mapping waits, and belongs to the first group that arrives with exactly this name or externalId.',
    prepareBy: 'Recognize it by',
    byName: 'Exact name',
    byExternalId: 'externalId',
    prepareValue: 'Name or externalId',
    exactName: 'A group has exactly this name: the preview shows what using it does.',
    useInstead: 'Use this group',
    differences: {
      case: 'upper and lower case or accents differ',
      blanks: 'blanks differ',
      invisible: 'invisible characters differ',
    },
    waitingFor: (by) =>
      by === 'name' ? 'Waiting for a group with exactly this name' : 'Waiting for the group with this externalId',
    lead: (connection) =>
      `What the groups of ${connection} make of their members. Renaming a group changes nobody’s role.`,
    roleOf: (group) => `Role of ${group}`,
    projectOf: (group) => `Project of ${group}`,
    moveUp: (group) => `Move ${group} up`,
    moveDown: (group) => `Move ${group} down`,
    removeMapping: (group) => `Remove ${group}`,
    mapGroup: (group) => `Map ${group}`,
    mapGroupInProject: (group) => `Map in a project: ${group}`,
    useGroup: (group) => `Use this group: ${group}`,
    members: (count) => (count === 1 ? '1 member' : `${count.toLocaleString('en')} members`),
    moreGroups: (count) => `${count.toLocaleString('en')} more. Search to see others.`,
  },
  pt: {
    title: 'Mapeamento de papéis',
    applied: 'Aplicado. As pessoas veem um papel novo assim que recarregam a página.',
    changed: 'Ainda não aplicado. Veja a prévia das alterações e depois aplique-as.',
    discard: 'Descartar alterações',
    preview: 'Ver prévia das alterações',
    nothingWritten: 'Nada muda antes que você aplique a prévia.',
    alerts: {
      groupGone: 'Um grupo mapeado não existe mais. Remova o mapeamento ou escolha outro grupo.',
      projectGone: 'Um projeto destes mapeamentos não existe mais. Escolha outro.',
      mappedTwice:
        'Um grupo está mapeado duas vezes. Mantenha um mapeamento para um papel na organização e um para cada papel em um projeto.',
      administratorByName:
        'Nada se torna Administrador pelo nome de um grupo. Escolha o próprio grupo quando ele existir, ou prepare o mapeamento pelo externalId.',
      administratorInProject: 'Administrador é um papel na organização. Em um projeto, escolha outro papel.',
      untypable:
        'Digite o nome exato ou o externalId de um grupo: até 1.000 caracteres, nenhum deles um caractere de controle.',
      full: 'Uma conexão tem no máximo 500 mapeamentos. Remova um antes de adicionar outro.',
    },
    problems: { twice: 'Mapeado duas vezes', gone: 'Não existe mais' },
    roles: ROLE_NAMES.pt,
    inOrganization: 'Papéis na organização',
    inOrganizationHint: 'O primeiro grupo desta ordem em que alguém está decide o papel dessa pessoa.',
    noMappings: 'Nenhum grupo decide um papel ainda. Mapeie um dos grupos abaixo.',
    defaultRole: 'Papel padrão',
    defaultRoleHint: 'De quem não recebeu um papel de nenhum grupo nem manualmente.',
    inProjects: 'Papéis em projetos',
    inProjectsHint: 'Eles se somam: cada pessoa tem todos os papéis que os seus grupos dão.',
    remove: 'Remover',
    unmapped: 'Grupos sem mapeamento',
    unmappedHint: 'Eles não mudam o papel de ninguém.',
    allMapped: 'Todos os grupos estão mapeados.',
    noneFound: 'Nenhum grupo sem mapeamento tem isto no nome.',
    search: 'Buscar',
    findGroup: 'Encontrar um grupo',
    map: 'Mapear',
    mapInProject: 'Mapear em um projeto',
    noGroups: 'Nenhum grupo ainda',
    noGroupsHint:
      'Envie grupos pelo seu provedor de identidade e eles aparecem aqui. Você pode preparar mapeamentos para grupos que ainda vão chegar.',
    prepare: 'Um grupo que ainda não chegou',
    prepareHint: 'O mapeamento espera e pertence ao primeiro grupo que chegar com exatamente este nome ou externalId.',
    prepareBy: 'Reconhecer por',
    byName: 'Nome exato',
    byExternalId: 'externalId',
    prepareValue: 'Nome ou externalId',
    exactName: 'Um grupo tem exatamente este nome: a prévia mostra o que usá-lo faz.',
    useInstead: 'Usar este grupo',
    differences: {
      case: 'maiúsculas e minúsculas ou acentos diferem',
      blanks: 'espaços diferem',
      invisible: 'caracteres invisíveis diferem',
    },
    waitingFor: (by) =>
      by === 'name' ? 'Esperando um grupo com exatamente este nome' : 'Esperando o grupo com este externalId',
    lead: (connection) =>
      `O que os grupos de ${connection} fazem dos seus membros. Renomear um grupo não muda o papel de ninguém.`,
    roleOf: (group) => `Papel de ${group}`,
    projectOf: (group) => `Projeto de ${group}`,
    moveUp: (group) => `Mover ${group} para cima`,
    moveDown: (group) => `Mover ${group} para baixo`,
    removeMapping: (group) => `Remover ${group}`,
    mapGroup: (group) => `Mapear ${group}`,
    mapGroupInProject: (group) => `Mapear em um projeto: ${group}`,
    useGroup: (group) => `Usar este grupo: ${group}`,
    members: (count) => (count === 1 ? '1 membro' : `${count.toLocaleString('pt-BR')} membros`),
    moreGroups: (count) => `Mais ${count.toLocaleString('pt-BR')}. Busque para ver outros.`,
  },
};
