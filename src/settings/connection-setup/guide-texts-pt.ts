import type { ConnectionProvider } from '../../connections/connection-provider.js';
import type { GuideTexts } from './guide-texts.js';

/** The guides in Portuguese. */
export const PORTUGUESE_GUIDES: Readonly<Record<ConnectionProvider, GuideTexts>> = {
  okta: {
    before: [
      'Abra o aplicativo do RuleForge, ou crie um com Create App Integration. Na aba General, defina Provisioning como SCIM.',
      'Na aba Provisioning, abra Integration e escolha Edit. Informe userName como campo identificador único dos usuários.',
      'Marque Push New Users, Push Profile Updates e Push Groups, e escolha HTTP Header como modo de autenticação.',
    ],
    after: [
      'Escolha Test Connector Configuration e depois Save.',
      'Em Provisioning → To App, escolha Edit e habilite Create Users, Update User Attributes e Deactivate Users.',
      'Atribua uma pessoa na aba Assignments. Os grupos são enviados pela aba Push Groups.',
    ],
    traps: [
      'Atribuir um grupo atribui as pessoas, mas não envia o grupo: envie-o também por Push Groups.',
      'Quem foi atribuído antes de o provisionamento ser habilitado só é enviado quando for atribuído de novo.',
      'Cole somente o token: o Okta escreve “Bearer” na frente dele.',
    ],
  },
  entra: {
    before: [
      'Abra o aplicativo do RuleForge, ou crie um em New application → Create your own application (non-gallery).',
      'Abra Provisioning, escolha New configuration ou o modo de provisionamento Automatic e depois Admin Credentials.',
    ],
    after: [
      'Escolha Test Connection e salve.',
      'Em Mappings, confira se userPrincipalName corresponde a userName, e mapeie objectId para externalId.',
      'Em Settings, limite o escopo a usuários e grupos atribuídos, atribua uma pessoa e escolha Start provisioning.',
    ],
    traps: [
      'O Entra trabalha em ciclos de cerca de 40 minutos. Provision on demand envia uma pessoa na hora.',
      'Pessoas de um grupo dentro de um grupo atribuído não são enviadas: atribua o próprio grupo interno.',
      'Quem sai do escopo é desativado; a exclusão vem 30 dias depois de a conta ser excluída no Entra.',
    ],
  },
  onelogin: {
    before: [
      'Adicione o aplicativo SCIM Provisioner with SAML (SCIM v2 Enterprise) e abra a aba Configuration.',
      'Mantenha o modelo JSON como está.',
    ],
    after: [
      'Em API Status, escolha Enable e salve.',
      'Na aba Provisioning, marque Enable provisioning e escolha Suspend ou Delete para quem sai.',
      'Atribua uma pessoa na aba Access ou Users.',
    ],
    traps: [
      'Enquanto “Require admin approval” estiver marcado, cada mudança espera em Users até alguém aprovar.',
      'Os grupos são lidos daqui: regras só podem atribuir a grupos que já existem.',
    ],
  },
  google: {
    before: [
      'O Google só envia pessoas a aplicativos do seu catálogo: adicione um que aceite uma URL de endpoint própria.',
      'Abra o aplicativo e escolha Auto-provisioning → Configure auto-provisioning.',
    ],
    after: [
      'Mantenha o mapeamento de atributos, escolha os grupos cujas pessoas são enviadas e o que acontece com quem sai.',
      'Ligue Auto-provisioning.',
    ],
    traps: [
      'O Google não envia grupos: os papéis vêm do papel padrão do mapeamento de papéis, ou são dados manualmente.',
      'As primeiras pessoas podem levar horas para chegar.',
    ],
  },
  jumpcloud: {
    before: [
      'Abra o aplicativo do RuleForge, ou adicione um Custom Application com Manage users e Export users to this app.',
      'Abra Identity Management, escolha SCIM API na versão SCIM 2.0 e informe um e-mail de teste que ninguém use.',
    ],
    after: [
      'Escolha Test Connection e depois Activate.',
      'Marque Enable management of User Groups and Group Membership se os grupos decidirem papéis.',
      'Atribua um grupo de usuários na aba User Groups.',
    ],
    traps: [
      'O teste cria uma pessoa e um grupo e os remove em seguida: ambos aparecem aqui por um momento.',
      'As pessoas são atribuídas por grupos de usuários; cada uma chega sozinha.',
    ],
  },
  ping: {
    before: [
      'Em Provisioning, adicione uma conexão do tipo SCIM Outbound.',
      'Escolha a versão 2.0 do SCIM e OAuth 2 Bearer Token como método de autenticação.',
    ],
    after: [
      'Mantenha a expressão de filtro userName Eq "%s", escolha Test connection e salve.',
      'Escolha Disable como ação de remoção, ligue a conexão e adicione uma regra que diga quem é enviado.',
    ],
    traps: [
      'OAuth 2 Client Credentials também funciona: crie um cliente OAuth em Credenciais.',
      'Com Overwrite no tratamento dos membros de grupos, os grupos são substituídos inteiros, o que aqui não é problema.',
    ],
  },
  other: {
    before: [
      'Escolha SCIM 2.0 no seu provedor, com um token bearer no cabeçalho Authorization.',
      'Se ele souber usar client credentials, crie em vez disso um cliente OAuth em Credenciais.',
    ],
    after: ['Teste a conexão por lá e atribua uma pessoa.', 'Envie grupos se os grupos decidirem papéis.'],
    traps: [
      'userName precisa ser único entre os membros; o melhor é o e-mail com que as pessoas entram.',
      'PUT e PATCH são entendidos, e PATCH nas grafias de todos os provedores que conhecemos.',
    ],
  },
};
