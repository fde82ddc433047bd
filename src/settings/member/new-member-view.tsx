import { ROLES } from '../../members/roles.js';
import { PASSWORD_LENGTH } from '../../users/passwords.js';
import type { Translated } from '../../web/language.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import type { PeopleAlert } from '../people/people-alert.js';
import { PeopleNotices } from '../people/people-notices.js';
import { NEW_MEMBER_PATH } from '../people/people-path.js';
import { RoleField } from '../people/role-field.js';
import type { NewMemberForm } from './member-forms.js';

export interface NewMemberViewProps {
  readonly viewer: Viewer;
  /** What was entered; a password is asked for again. */
  readonly form: Omit<NewMemberForm, 'password'>;
  readonly alert?: PeopleAlert | undefined;
}

/** *Create access manually*. */
export const NewMemberView = ({ viewer, form, alert }: NewMemberViewProps) => {
  const { language } = viewer;
  const words = WORDS[language];
  return (
    <Shell viewer={viewer} path={MEMBERS_PATH} title={words.title}>
      <Trail to={MEMBERS_PATH} name={words.members} here={words.title} language={language} />
      <Headline title={words.title} lead={words.lead} />
      <form class="panel panel--form" method="post" action={NEW_MEMBER_PATH}>
        <PeopleNotices language={language} alert={alert} />
        <label>
          {words.email}
          <input
            type="email"
            name="email"
            value={form.email}
            required
            maxLength={254}
            autocomplete="off"
            autofocus
            aria-describedby={alert && 'alert'}
          />
        </label>
        <label>
          {words.name}
          <input type="text" name="name" value={form.name} required maxLength={120} autocomplete="off" />
        </label>
        <label>
          {words.password}
          <input
            type="password"
            name="password"
            required
            minLength={PASSWORD_LENGTH.min}
            maxLength={PASSWORD_LENGTH.max}
            autocomplete="new-password"
            aria-describedby="password-hint"
          />
          <small id="password-hint">{words.passwordHint}</small>
        </label>
        <RoleField label={words.role} roles={ROLES} chosen={form.role} language={language} />
        <div class="panel__decision">
          <button type="submit">{words.save}</button>
          <a href={MEMBERS_PATH}>{words.cancel}</a>
        </div>
      </form>
    </Shell>
  );
};

interface Words {
  readonly members: string;
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly role: string;
  readonly save: string;
  readonly cancel: string;
}

const WORDS: Translated<Words> = {
  en: {
    members: 'Members',
    title: 'Create access manually',
    lead: 'For somebody whom no invitation reaches. You choose the first password and hand it over yourself.',
    email: 'E-mail',
    name: 'Name',
    password: 'Initial password',
    passwordHint: 'At least 10 characters. Ask the person to change it at the first sign-in.',
    role: 'Role',
    save: 'Save',
    cancel: 'Cancel',
  },
  pt: {
    members: 'Membros',
    title: 'Criar acesso manualmente',
    lead: 'Para quem nenhum convite alcança. Você escolhe a primeira senha e a entrega pessoalmente.',
    email: 'E-mail',
    name: 'Nome',
    password: 'Senha inicial',
    passwordHint: 'Pelo menos 10 caracteres. Peça que a pessoa a troque no primeiro acesso.',
    role: 'Papel',
    save: 'Salvar',
    cancel: 'Cancelar',
  },
};
