import type { Translated } from '../../web/language.js';
import type { ProjectDone } from './project-forms.js';

/** The words of *Settings → Projects*. */
export interface ProjectsMessages {
  readonly title: string;
  readonly lead: string;
  readonly done: Readonly<Record<ProjectDone, string>>;
  readonly name: string;
  readonly projectName: string;
  readonly created: string;
  readonly newProject: string;
  readonly create: string;
  readonly rename: string;
  readonly none: string;
  readonly noneHint: string;
  readonly pages: string;
  readonly next: string;
  readonly members: string;
  readonly membersLead: string;
  readonly noMembers: string;
  readonly noMembersHint: string;
  readonly member: string;
  readonly role: string;
  readonly source: string;
  readonly actions: string;
  readonly byHand: string;
  readonly byGroup: string;
  readonly byGroupHint: string;
  readonly deactivated: string;
  readonly save: string;
  readonly remove: string;
  roleOf: (name: string) => string;
  saveOf: (name: string) => string;
  removeOf: (name: string) => string;
  readonly add: string;
  addOf: (name: string) => string;
  readonly addTitle: string;
  readonly search: string;
  readonly searchHint: string;
  readonly find: string;
  readonly nobody: string;
  readonly inOrganization: string;
}

export const PROJECTS_MESSAGES: Translated<ProjectsMessages> = {
  en: {
    title: 'Projects',
    lead: 'Roles in single projects, beside the role in the organization: a person can have more or less in one of them.',
    done: {
      created: 'Project created. Add its members.',
      renamed: 'Project renamed.',
      added: 'Role given. The person sees it after reloading the page.',
      removed: 'Role taken away.',
    },
    name: 'Name',
    projectName: 'Name of the project',
    created: 'Created',
    newProject: 'New project',
    create: 'Create',
    rename: 'Rename',
    none: 'No project yet',
    noneHint: 'A project holds rules, cases and versions. Give people roles in it that differ from the organization’s.',
    pages: 'Pages',
    next: 'Next',
    members: 'Project members',
    membersLead: 'Whoever is not listed works here with their role in the organization.',
    noMembers: 'Nobody has a role of their own here',
    noMembersHint: 'Everybody works in this project with their role in the organization.',
    member: 'Member',
    role: 'Role in the project',
    source: 'Managed',
    actions: 'What to do',
    byHand: 'By hand',
    byGroup: 'From a directory group',
    byGroupHint:
      'A role from a directory group cannot be changed here. Take the member out of the group at the identity provider, or change what the group is mapped to.',
    deactivated: 'Deactivated',
    save: 'Save',
    remove: 'Remove',
    roleOf: (name) => `Role of ${name}`,
    saveOf: (name) => `Save the role of ${name}`,
    removeOf: (name) => `Remove ${name} from the project`,
    add: 'Add',
    addOf: (name) => `Add ${name}`,
    addTitle: 'Add somebody of the organization',
    search: 'Search members',
    searchHint: 'Name or e-mail',
    find: 'Search',
    nobody: 'No active member matches. Only people who are in the organization can be added.',
    inOrganization: 'In the organization',
  },
  pt: {
    title: 'Projetos',
    lead: 'Papéis em projetos específicos, além do papel na organização: uma pessoa pode ter mais ou menos em um deles.',
    done: {
      created: 'Projeto criado. Adicione os membros.',
      renamed: 'Projeto renomeado.',
      added: 'Papel concedido. A pessoa o verá depois de recarregar a página.',
      removed: 'Papel retirado.',
    },
    name: 'Nome',
    projectName: 'Nome do projeto',
    created: 'Criado em',
    newProject: 'Novo projeto',
    create: 'Criar',
    rename: 'Renomear',
    none: 'Nenhum projeto ainda',
    noneHint: 'Um projeto reúne regras, casos e versões. Dê às pessoas papéis diferentes dos que têm na organização.',
    pages: 'Páginas',
    next: 'Próxima',
    members: 'Membros do projeto',
    membersLead: 'Quem não está na lista trabalha aqui com o papel que tem na organização.',
    noMembers: 'Ninguém tem um papel próprio aqui',
    noMembersHint: 'Todos trabalham neste projeto com o papel que têm na organização.',
    member: 'Membro',
    role: 'Papel no projeto',
    source: 'Gerenciado',
    actions: 'O que fazer',
    byHand: 'Manual',
    byGroup: 'De um grupo do diretório',
    byGroupHint:
      'Um papel que vem de um grupo do diretório não pode ser alterado aqui. Retire o membro do grupo no provedor de identidade ou mude o mapeamento do grupo.',
    deactivated: 'Desativado',
    save: 'Salvar',
    remove: 'Remover',
    roleOf: (name) => `Papel de ${name}`,
    saveOf: (name) => `Salvar o papel de ${name}`,
    removeOf: (name) => `Remover ${name} do projeto`,
    add: 'Adicionar',
    addOf: (name) => `Adicionar ${name}`,
    addTitle: 'Adicionar alguém da organização',
    search: 'Buscar membros',
    searchHint: 'Nome ou e-mail',
    find: 'Buscar',
    nobody: 'Nenhum membro ativo corresponde. Só pessoas da organização podem ser adicionadas.',
    inOrganization: 'Na organização',
  },
};
