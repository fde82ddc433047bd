import type { Translated } from '../../web/language.js';

/** The words of *Credentials*. */
export interface CredentialsMessages {
  readonly title: string;
  readonly lead: string;
  readonly tokens: string;
  readonly tokensHint: string;
  readonly clients: string;
  readonly clientsHint: string;
  readonly noTokens: string;
  readonly noClients: string;
  readonly label: string;
  readonly state: string;
  readonly ends: string;
  readonly lastUse: string;
  readonly never: string;
  readonly states: Readonly<Record<'live' | 'replaced' | 'expired' | 'revoked', string>>;
  readonly readOnly: string;
  readonly stillUsed: string;
  readonly rotate: string;
  readonly overlap: string;
  readonly overlaps: readonly (readonly [hours: number, label: string])[];
  readonly revoke: string;
  readonly revokeHint: string;
  readonly issue: string;
  readonly newToken: string;
  readonly newClient: string;
  readonly labelHint: string;
  readonly life: string;
  readonly lives: readonly (readonly [days: number, label: string])[];
  readonly onlyRead: string;
  readonly onlyReadHint: string;
  readonly keys: string;
  readonly keysHint: string;
  readonly setKeys: string;
  readonly setKeysHint: string;
  readonly create: string;
  readonly endedOnes: string;
  readonly tokenEndpoint: string;
  readonly metadata: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly bySecret: string;
  readonly byKeys: string;
  readonly keyIds: string;
  readonly revoked: string;
  readonly keysSet: string;
  readonly created: string;
  secretOf: (label: string) => string;
  tokenNamed: (label: string) => string;
  daysLeft: (days: number) => string;
  from: (address: string, client: string) => string;
}

export const CREDENTIALS_MESSAGES: Translated<CredentialsMessages> = {
  en: {
    title: 'Credentials',
    lead: 'What the directory proves itself by. Each credential belongs to the connection and can be ended by itself.',
    tokens: 'Tokens',
    tokensHint: 'Up to five at once. Rotation issues a new one, and the old one works on for the overlap.',
    clients: 'OAuth clients',
    clientsHint: 'For directories that can get short-lived tokens by themselves, by a secret or by signing.',
    noTokens: 'No token yet.',
    noClients: 'No OAuth client yet.',
    label: 'Label',
    state: 'State',
    ends: 'Ends',
    lastUse: 'Last use',
    never: 'Never used',
    states: { live: 'Live', replaced: 'Replaced', expired: 'Expired', revoked: 'Revoked' },
    readOnly: 'Read only',
    stillUsed: 'Still used after rotation: the directory has not been given the new one.',
    rotate: 'Rotate',
    overlap: 'The old one works on for',
    overlaps: [
      [24, '24 hours'],
      [1, '1 hour'],
      [168, '7 days'],
      [0, 'no time at all'],
    ],
    revoke: 'Revoke',
    revokeHint: 'The next request with it is refused. This cannot be undone.',
    issue: 'Issue token',
    newToken: 'Issue a token',
    newClient: 'Create an OAuth client',
    labelHint: 'What it is for, so that you know it again.',
    life: 'Lives for',
    lives: [
      [365, '1 year'],
      [730, '2 years'],
      [180, '180 days'],
      [90, '90 days'],
      [30, '30 days'],
    ],
    onlyRead: 'Read only',
    onlyReadHint: 'For audits: it can look and not change.',
    keys: 'Public keys (JWK Set)',
    keysHint: 'Leave it empty for a client secret. With keys, nothing secret is ever entered anywhere.',
    setKeys: 'Replace keys',
    setKeysHint:
      'Keys that are not in the new set end at once. To change without a gap, paste the old and the new ones first.',
    create: 'Create client',
    endedOnes: 'Ended',
    tokenEndpoint: 'Token endpoint',
    metadata: 'Metadata (issuer)',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    bySecret: 'Secret',
    byKeys: 'Signs by keys',
    keyIds: 'Thumbprints',
    revoked: 'Revoked. The next request with it is refused.',
    keysSet: 'The keys are in place.',
    created: 'The OAuth client is there.',
    secretOf: (label) => `New secret of “${label}”`,
    tokenNamed: (label) => `New token “${label}”`,
    daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    from: (address, client) => [address && `from ${address}`, client].filter(Boolean).join(', '),
  },
  pt: {
    title: 'Credenciais',
    lead: 'Com o que o diretório se identifica. Cada credencial pertence à conexão e pode ser encerrada sozinha.',
    tokens: 'Tokens',
    tokensHint: 'Até cinco ao mesmo tempo. A rotação emite um novo, e o antigo continua valendo por um período.',
    clients: 'Clientes OAuth',
    clientsHint: 'Para diretórios que obtêm sozinhos tokens de curta duração, com um segredo ou por assinatura.',
    noTokens: 'Nenhum token ainda.',
    noClients: 'Nenhum cliente OAuth ainda.',
    label: 'Rótulo',
    state: 'Estado',
    ends: 'Termina',
    lastUse: 'Último uso',
    never: 'Nunca usado',
    states: { live: 'Válido', replaced: 'Substituído', expired: 'Expirado', revoked: 'Revogado' },
    readOnly: 'Somente leitura',
    stillUsed: 'Ainda usado depois da rotação: o diretório não recebeu o novo.',
    rotate: 'Rotacionar',
    overlap: 'O antigo continua valendo por',
    overlaps: [
      [24, '24 horas'],
      [1, '1 hora'],
      [168, '7 dias'],
      [0, 'tempo nenhum'],
    ],
    revoke: 'Revogar',
    revokeHint: 'A próxima solicitação com ele é recusada. Não pode ser desfeito.',
    issue: 'Emitir token',
    newToken: 'Emitir um token',
    newClient: 'Criar um cliente OAuth',
    labelHint: 'Para que serve, para você reconhecê-lo depois.',
    life: 'Dura',
    lives: [
      [365, '1 ano'],
      [730, '2 anos'],
      [180, '180 dias'],
      [90, '90 dias'],
      [30, '30 dias'],
    ],
    onlyRead: 'Somente leitura',
    onlyReadHint: 'Para auditorias: pode olhar e não alterar.',
    keys: 'Chaves públicas (JWK Set)',
    keysHint: 'Deixe vazio para usar um segredo. Com chaves, nada secreto é digitado em lugar nenhum.',
    setKeys: 'Substituir chaves',
    setKeysHint:
      'Chaves fora do novo conjunto terminam na hora. Para trocar sem interrupção, cole antes as antigas e as novas.',
    create: 'Criar cliente',
    endedOnes: 'Encerrados',
    tokenEndpoint: 'Endpoint de token',
    metadata: 'Metadados (issuer)',
    clientId: 'ID do cliente',
    clientSecret: 'Segredo do cliente',
    bySecret: 'Segredo',
    byKeys: 'Assina com chaves',
    keyIds: 'Impressões digitais',
    revoked: 'Revogado. A próxima solicitação com ele é recusada.',
    keysSet: 'As chaves estão em vigor.',
    created: 'O cliente OAuth foi criado.',
    secretOf: (label) => `Novo segredo de “${label}”`,
    tokenNamed: (label) => `Novo token “${label}”`,
    daysLeft: (days) => (days === 1 ? 'resta 1 dia' : `restam ${days} dias`),
    from: (address, client) => [address && `de ${address}`, client].filter(Boolean).join(', '),
  },
};
