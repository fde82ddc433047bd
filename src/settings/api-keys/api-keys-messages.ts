import type { Translated } from '../../web/language.js';
import type { Life } from './api-key-form.js';
import type { ApiKeyAlert, Done } from './api-keys-page.js';

/** The words of *Settings → API keys*. */
export interface ApiKeysMessages {
  readonly title: string;
  readonly lead: string;
  readonly leadOfEverybody: string;
  readonly newKey: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameless: string;
  readonly expires: string;
  readonly lives: Readonly<Record<Life, string>>;
  readonly create: string;
  readonly cancel: string;
  readonly owner: string;
  readonly you: string;
  readonly created: string;
  readonly lastUsed: string;
  readonly never: string;
  readonly notYet: string;
  readonly status: string;
  readonly toDo: string;
  readonly works: string;
  readonly revoked: string;
  readonly expired: string;
  readonly rotate: string;
  readonly rotateEffect: string;
  readonly rotateNow: string;
  readonly revoke: string;
  readonly revokeEffect: string;
  readonly revokeNow: string;
  readonly none: string;
  readonly noneHint: string;
  readonly next: string;
  readonly pages: string;
  readonly value: string;
  readonly valueOnce: string;
  readonly back: string;
  readonly use: string;
  readonly alerts: Readonly<Record<ApiKeyAlert, string>>;
  readonly done: Readonly<Record<Done, string>>;
  readonly acts: Readonly<Record<'created' | 'rotated', (name: string) => string>>;
}

export const API_KEYS_MESSAGES: Translated<ApiKeysMessages> = {
  en: {
    title: 'API keys',
    lead: 'By a key, a program acts in your name and with your role. It ends with your access.',
    leadOfEverybody:
      'By a key, a program acts in its owner’s name and with the owner’s role. It ends with their access.',
    newKey: 'New key',
    name: 'Name',
    nameHint: 'What uses the key, for example “CI pipeline”. One key for each system.',
    nameless: 'Give the key a name.',
    expires: 'Expires',
    lives: { 30: 'After 30 days', 90: 'After 90 days', 180: 'After 180 days', 365: 'After a year', never: 'Never' },
    create: 'Create key',
    cancel: 'Cancel',
    owner: 'Owner',
    you: 'You',
    created: 'Created',
    lastUsed: 'Last used',
    never: 'Never',
    notYet: 'Not yet',
    status: 'Status',
    toDo: 'What to do',
    works: 'Active',
    revoked: 'Revoked',
    expired: 'Expired',
    rotate: 'Rotate',
    rotateEffect: 'The key gets another value. The present one stops working at once.',
    rotateNow: 'Rotate now',
    revoke: 'Revoke',
    revokeEffect: 'Whatever uses the key loses access at once, and for good.',
    revokeNow: 'Revoke now',
    none: 'No API keys yet',
    noneHint: 'Create one for each program that is to read or change detection content by the API.',
    next: 'Older',
    pages: 'Pages',
    value: 'Value',
    valueOnce: 'Copy it now: it is shown this once and can never be read again.',
    back: 'I have copied it: back to the keys',
    use: 'Send it with every request, as a header:',
    alerts: { gone: 'This key works no more, or was revoked by somebody else. Nothing was changed.' },
    done: { revoked: 'Revoked. The key works no more.' },
    acts: { created: (name) => `Key “${name}” created`, rotated: (name) => `Key “${name}” has another value` },
  },
  pt: {
    title: 'Chaves de API',
    lead: 'Com uma chave, um programa age em seu nome e com o seu papel. Ela termina junto com o seu acesso.',
    leadOfEverybody:
      'Com uma chave, um programa age em nome e com o papel de quem a possui. Ela termina junto com o acesso dessa pessoa.',
    newKey: 'Nova chave',
    name: 'Nome',
    nameHint: 'O que usa a chave, por exemplo “Pipeline de CI”. Uma chave para cada sistema.',
    nameless: 'Dê um nome à chave.',
    expires: 'Expira',
    lives: { 30: 'Em 30 dias', 90: 'Em 90 dias', 180: 'Em 180 dias', 365: 'Em um ano', never: 'Nunca' },
    create: 'Criar chave',
    cancel: 'Cancelar',
    owner: 'Dono',
    you: 'Você',
    created: 'Criada em',
    lastUsed: 'Último uso',
    never: 'Nunca',
    notYet: 'Ainda não',
    status: 'Situação',
    toDo: 'O que fazer',
    works: 'Ativa',
    revoked: 'Revogada',
    expired: 'Expirada',
    rotate: 'Rotacionar',
    rotateEffect: 'A chave recebe outro valor. O atual deixa de funcionar na hora.',
    rotateNow: 'Rotacionar agora',
    revoke: 'Revogar',
    revokeEffect: 'Quem usa a chave perde o acesso na hora, e para sempre.',
    revokeNow: 'Revogar agora',
    none: 'Nenhuma chave de API ainda',
    noneHint: 'Crie uma para cada programa que deva ler ou alterar conteúdo de detecção pela API.',
    next: 'Mais antigas',
    pages: 'Páginas',
    value: 'Valor',
    valueOnce: 'Copie agora: ele é mostrado só desta vez e nunca mais poderá ser lido.',
    back: 'Já copiei: voltar às chaves',
    use: 'Envie-o em cada solicitação, como cabeçalho:',
    alerts: { gone: 'Esta chave não funciona mais, ou outra pessoa a revogou. Nada foi alterado.' },
    done: { revoked: 'Revogada. A chave não funciona mais.' },
    acts: { created: (name) => `Chave “${name}” criada`, rotated: (name) => `A chave “${name}” tem outro valor` },
  },
};
