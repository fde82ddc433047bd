import { ROLE_LABELS, type Role } from '../members/roles.js';
import type { Translated } from './language.js';

/** What the organization roles are called. */
export const ROLE_NAMES: Translated<Readonly<Record<Role, string>>> = {
  en: ROLE_LABELS,
  pt: {
    administrator: 'Administrador',
    security_content_lead: 'Líder de conteúdo de segurança',
    reviewer: 'Revisor',
    engineer: 'Engenheiro',
    read_only: 'Somente leitura',
  },
};
