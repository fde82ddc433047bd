import type { Translated } from '../../../web/language.js';
import type { Cause } from './find-cause.js';

/** What a cause means, and what to do about it. */
export interface CauseText {
  readonly what: string;
  readonly mend: string;
}

/** Each cause in plain words. */
export const CAUSE_MESSAGES: Translated<Readonly<Record<Cause, CauseText>>> = {
  en: {
    token: {
      what: 'The provider did not send a token that is valid for this connection.',
      mend: 'Issue a token of this connection and enter it at the provider, together with this connection’s base URL.',
    },
    readOnlyToken: {
      what: 'The provider uses a token that may only read.',
      mend: 'Issue a token with write access and enter it at the provider.',
    },
    draft: {
      what: 'The connection is still a draft, so nothing is taken from the provider.',
      mend: 'Finish the set-up of the connection and activate it.',
    },
    seats: {
      what: 'The plan has no free seat, so nobody can be added or reactivated.',
      mend: 'Unassign somebody at the provider or ask for more seats; then retry.',
    },
    lastAdministrator: {
      what: 'The change would have left the organization without an active Administrator.',
      mend: 'Make another member Administrator first; then retry.',
    },
    otherConnection: {
      what: 'The person belongs to another connection of this organization.',
      mend: 'Assign each person at one provider only, or remove the other connection.',
    },
    adoption: {
      what: 'The person was a member before, and this connection may not take over existing members.',
      mend: 'Allow adoption for this connection and retry, or unassign the person at the provider.',
    },
    neverManaged: {
      what: 'The provider wanted to delete a member whom it never managed.',
      mend: 'Remove the person on the Members screen, if that is what you want.',
    },
    protected: {
      what: 'The request is not allowed here: it concerns something that the provider may not do.',
      mend: 'Read the provider’s message below; leave the recovery administrator unassigned.',
    },
    roleFromGroup: {
      what: 'The role comes from a directory group and cannot be set otherwise.',
      mend: 'Change who is in the group, or what the group is mapped to.',
    },
    userNameTaken: {
      what: 'Another member already has this userName.',
      mend: 'Find the other member on the Members screen. Give one of the two another userName at the provider, or unassign the duplicate.',
    },
    externalIdTaken: {
      what: 'Another member of this connection already has this externalId.',
      mend: 'Map externalId to something that is different for everybody, such as the provider’s own user id.',
    },
    addressTaken: {
      what: 'The address belongs to a member whom no directory manages.',
      mend: 'If it is the same person, let the provider match people by userName: it then takes the member over. Else remove that member on the Members screen, and retry. The recovery administrator must stay unassigned.',
    },
    groupTaken: {
      what: 'This connection already has a group of that name or externalId.',
      mend: 'Link the provider’s group to the existing one, or rename one of them.',
    },
    notAssigned: {
      what: 'Somebody in the group is not assigned to RuleForge, so RuleForge does not know them.',
      mend: 'Assign the person to the RuleForge application; then push the group again, or retry.',
    },
    nestedGroup: {
      what: 'The group contains another group; RuleForge takes people only.',
      mend: 'Put the people of the inner group into the outer one, or push the inner group by itself.',
    },
    strict: {
      what: 'The connection is strict, and the request is not exactly what the standard asks for.',
      mend: 'Switch strict mode off for this connection: most providers need what it refuses.',
    },
    name: {
      what: 'A name has characters that it may not have: blanks at its ends, invisible ones or look-alikes.',
      mend: 'Clean the value in the directory; then the provider sends it again.',
    },
    missing: {
      what: 'A required attribute is missing or empty.',
      mend: 'Map an attribute that everybody has, and fill it in for this person.',
    },
    value: {
      what: 'An attribute has a value of the wrong kind.',
      mend: 'Look at the attribute that is named below and map it to a field of the right kind.',
    },
    path: {
      what: 'The provider wanted to change an attribute that RuleForge does not have, or an element that is not there.',
      mend: 'Remove the mapping of the attribute that is named below.',
    },
    readOnly: {
      what: 'The provider wanted to change something that only RuleForge sets.',
      mend: 'Remove the mapping of the attribute that is named below.',
    },
    malformed: {
      what: 'The request could not be read as SCIM.',
      mend: 'Check that the application at the provider speaks SCIM 2.0; if it does, give the request id to support.',
    },
    filter: {
      what: 'The provider asked for a list in a way that RuleForge does not understand.',
      mend: 'Nothing was changed. If synchronization stops here, give the request id to support.',
    },
    gone: {
      what: 'The person or group is not here any more, or never was.',
      mend: 'Nothing, if the provider wanted to delete it. Else unassign and assign again at the provider: it then creates the person or group anew.',
    },
    address: {
      what: 'The provider asked at an address where RuleForge has nothing.',
      mend: 'Enter the base URL of this connection exactly as it is shown, without anything behind it.',
    },
    version: {
      what: 'Somebody else changed the person or group at the same moment.',
      mend: 'Nothing: the provider reads it again and repeats the change.',
    },
    large: {
      what: 'The request is larger than RuleForge takes at once.',
      mend: 'Split the group, or let the provider send changes instead of whole groups.',
    },
    rate: {
      what: 'The provider sent more requests at once than the connection may.',
      mend: 'Nothing: the provider waits and repeats the request.',
    },
    order: {
      what: 'The request depends on another one that was not done.',
      mend: 'Mend the other request first; the provider repeats this one at its next synchronization.',
    },
    unavailable: {
      what: 'RuleForge could not answer just then, or the connection was paused.',
      mend: 'Nothing: the provider repeats the request. If the connection is paused, resume it.',
    },
    defect: {
      what: 'RuleForge met a defect of its own; nothing was changed.',
      mend: 'Retry. If it happens again, give the request id to support.',
    },
  },
  pt: {
    token: {
      what: 'O provedor não enviou um token válido para esta conexão.',
      mend: 'Emita um token desta conexão e informe-o no provedor, junto com a URL base desta conexão.',
    },
    readOnlyToken: {
      what: 'O provedor usa um token que só permite leitura.',
      mend: 'Emita um token com acesso de escrita e informe-o no provedor.',
    },
    draft: {
      what: 'A conexão ainda é um rascunho; por isso nada é aceito do provedor.',
      mend: 'Conclua a configuração da conexão e ative-a.',
    },
    seats: {
      what: 'O plano não tem vagas livres; ninguém pode ser adicionado nem reativado.',
      mend: 'Remova a atribuição de alguém no provedor ou solicite mais vagas; depois tente de novo.',
    },
    lastAdministrator: {
      what: 'A mudança deixaria a organização sem um Administrador ativo.',
      mend: 'Torne outro membro Administrador antes; depois tente de novo.',
    },
    otherConnection: {
      what: 'A pessoa pertence a outra conexão desta organização.',
      mend: 'Atribua cada pessoa em um só provedor ou remova a outra conexão.',
    },
    adoption: {
      what: 'A pessoa já era membro, e esta conexão não pode assumir membros existentes.',
      mend: 'Permita a adoção nesta conexão e tente de novo, ou remova a atribuição da pessoa no provedor.',
    },
    neverManaged: {
      what: 'O provedor quis excluir um membro que nunca gerenciou.',
      mend: 'Remova a pessoa na tela Membros, se for isso o que deseja.',
    },
    protected: {
      what: 'A solicitação não é permitida: trata-se de algo que o provedor não pode fazer.',
      mend: 'Leia a mensagem abaixo; deixe o administrador de recuperação sem atribuição.',
    },
    roleFromGroup: {
      what: 'O papel vem de um grupo do diretório e não pode ser definido de outra forma.',
      mend: 'Mude quem está no grupo ou o mapeamento do grupo.',
    },
    userNameTaken: {
      what: 'Outro membro já tem este userName.',
      mend: 'Encontre o outro membro na tela Membros. Dê outro userName a um dos dois no provedor ou remova a atribuição duplicada.',
    },
    externalIdTaken: {
      what: 'Outro membro desta conexão já tem este externalId.',
      mend: 'Mapeie externalId para algo diferente em cada pessoa, como o id de usuário do próprio provedor.',
    },
    addressTaken: {
      what: 'O endereço pertence a um membro que nenhum diretório gerencia.',
      mend: 'Se for a mesma pessoa, deixe o provedor associar as pessoas por userName: ele então assume o membro. Senão, remova esse membro na tela Membros e tente de novo. O administrador de recuperação deve ficar sem atribuição.',
    },
    groupTaken: {
      what: 'Esta conexão já tem um grupo com esse nome ou externalId.',
      mend: 'Vincule o grupo do provedor ao existente ou renomeie um deles.',
    },
    notAssigned: {
      what: 'Alguém do grupo não está atribuído ao RuleForge, por isso o RuleForge não o conhece.',
      mend: 'Atribua a pessoa ao aplicativo RuleForge; depois envie o grupo outra vez ou tente de novo.',
    },
    nestedGroup: {
      what: 'O grupo contém outro grupo; o RuleForge só aceita pessoas.',
      mend: 'Coloque as pessoas do grupo interno no externo ou envie o grupo interno separadamente.',
    },
    strict: {
      what: 'A conexão é estrita, e a solicitação não é exatamente o que o padrão pede.',
      mend: 'Desligue o modo estrito desta conexão: a maioria dos provedores precisa do que ele recusa.',
    },
    name: {
      what: 'Um nome tem caracteres não permitidos: espaços nas pontas, invisíveis ou parecidos com outros.',
      mend: 'Corrija o valor no diretório; o provedor então o envia de novo.',
    },
    missing: {
      what: 'Um atributo obrigatório está ausente ou vazio.',
      mend: 'Mapeie um atributo que todos tenham e preencha-o para esta pessoa.',
    },
    value: {
      what: 'Um atributo tem um valor do tipo errado.',
      mend: 'Veja o atributo citado abaixo e mapeie-o para um campo do tipo certo.',
    },
    path: {
      what: 'O provedor quis mudar um atributo que o RuleForge não tem ou um elemento que não existe.',
      mend: 'Remova o mapeamento do atributo citado abaixo.',
    },
    readOnly: {
      what: 'O provedor quis mudar algo que só o RuleForge define.',
      mend: 'Remova o mapeamento do atributo citado abaixo.',
    },
    malformed: {
      what: 'A solicitação não pôde ser lida como SCIM.',
      mend: 'Verifique se o aplicativo no provedor usa SCIM 2.0; se usar, informe o id da solicitação ao suporte.',
    },
    filter: {
      what: 'O provedor pediu uma lista de um modo que o RuleForge não entende.',
      mend: 'Nada foi alterado. Se a sincronização parar aqui, informe o id da solicitação ao suporte.',
    },
    gone: {
      what: 'A pessoa ou o grupo não está mais aqui ou nunca esteve.',
      mend: 'Nada, se o provedor queria excluir. Senão, remova a atribuição no provedor e atribua de novo: ele então recria a pessoa ou o grupo.',
    },
    address: {
      what: 'O provedor chamou um endereço em que o RuleForge não tem nada.',
      mend: 'Informe a URL base desta conexão exatamente como é mostrada, sem nada depois dela.',
    },
    version: {
      what: 'Outra solicitação mudou a pessoa ou o grupo no mesmo momento.',
      mend: 'Nada: o provedor lê de novo e repete a mudança.',
    },
    large: {
      what: 'A solicitação é maior do que o RuleForge aceita de uma vez.',
      mend: 'Divida o grupo ou faça o provedor enviar mudanças em vez de grupos inteiros.',
    },
    rate: {
      what: 'O provedor enviou mais solicitações de uma vez do que a conexão permite.',
      mend: 'Nada: o provedor espera e repete a solicitação.',
    },
    order: {
      what: 'A solicitação depende de outra que não foi feita.',
      mend: 'Corrija antes a outra solicitação; o provedor repete esta na próxima sincronização.',
    },
    unavailable: {
      what: 'O RuleForge não pôde responder naquele momento, ou a conexão estava pausada.',
      mend: 'Nada: o provedor repete a solicitação. Se a conexão estiver pausada, retome-a.',
    },
    defect: {
      what: 'O RuleForge encontrou um defeito próprio; nada foi alterado.',
      mend: 'Tente de novo. Se acontecer outra vez, informe o id da solicitação ao suporte.',
    },
  },
};
