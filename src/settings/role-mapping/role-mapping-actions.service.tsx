import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Actor } from '../../audit/actor.js';
import { GroupReference } from '../../provisioning/roles/role-rules.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { SeeOther } from '../../web/page/see-other.js';
import { toRoleMappingPath } from '../provisioning/provisioning-path.js';
import { type DraftGroup, type Edit, editDraft } from './draft.js';
import { EditorView } from './editor-view.js';
import { PreviewView } from './preview-view.js';
import { findEditorAlert, findPreviewAlert, type EditorAlert, type PreviewAlert } from './role-mapping-alert.js';
import { areRules, type RoleMappingForm, type TypedGroup } from './role-mapping-form.js';
import { type Place, RoleMappingScreenService } from './role-mapping-screen.service.js';

/** What each button of *Role mapping* leads to. Nothing but *Apply* writes. */
@Injectable()
export class RoleMappingActions {
  constructor(private readonly screen: RoleMappingScreenService) {}

  async run(place: Place, form: RoleMappingForm, actor: Actor): Promise<Screen> {
    const { command } = form;
    switch (command.kind) {
      case 'show':
        return this.show(place, form);
      case 'enter':
        return form.typed.value === '' ? this.show(place, form) : this.prepare(place, form, 'add');
      case 'prepare':
        return this.prepare(place, form, command.inProject ? 'add-in-project' : 'add');
      case 'preview':
        return this.preview(place, form);
      case 'apply':
        return this.apply(place, form, actor);
      case 'move':
      case 'remove':
      case 'add':
      case 'add-in-project':
      case 'replace':
        return this.edit(place, form, command);
      default:
        return command satisfies never;
    }
  }

  private async show(place: Place, form: RoleMappingForm, done?: Edit['kind']): Promise<Screen> {
    const page = await this.screen.readEditor(place, form);
    return <EditorView viewer={toViewer(place.person)} page={page} done={done} />;
  }

  private async refuse(place: Place, form: RoleMappingForm, alert: EditorAlert): Promise<Screen> {
    const page = await this.screen.readEditor(place, form);
    return new Refused(422, <EditorView viewer={toViewer(place.person)} page={page} alert={alert} />);
  }

  private prepare(place: Place, form: RoleMappingForm, kind: 'add' | 'add-in-project'): Promise<Screen> {
    const group = toAwaitedGroup(form.typed);
    if (!group) return this.refuse(place, form, 'untypable');
    return this.edit(place, { ...form, typed: { ...form.typed, value: '' } }, { kind, group });
  }

  private async edit(place: Place, form: RoleMappingForm, edit: Edit): Promise<Screen> {
    const projects = edit.kind === 'add-in-project' ? await this.screen.listProjects(place.person) : [];
    const projectIds = projects.map(({ id }) => id);
    const draft = editDraft(form.draft, edit, projectIds);
    return areRules(draft) ? this.show(place, { ...form, draft }, edit.kind) : this.refuse(place, form, 'full');
  }

  private async preview(place: Place, form: RoleMappingForm, alert?: PreviewAlert): Promise<Screen> {
    try {
      const page = await this.screen.preview(place, form.draft);
      const view = <PreviewView viewer={toViewer(place.person)} page={page} alert={alert} />;
      return alert === undefined ? view : new Refused(422, view);
    } catch (error) {
      const reason = findEditorAlert(error);
      if (!reason) throw error;
      return this.refuse(place, form, reason);
    }
  }

  private async apply(place: Place, form: RoleMappingForm, actor: Actor): Promise<Screen> {
    try {
      await this.screen.apply(place, form, actor);
    } catch (error) {
      const [reason, alert] = [findEditorAlert(error), findPreviewAlert(error)];
      if (!reason && !alert) throw error;
      return reason ? this.refuse(place, form, reason) : this.preview(place, form, alert);
    }
    return new SeeOther(`${toRoleMappingPath(place.connectionId)}?applied=yes`);
  }
}

/** Nothing, when no group can have such a name or id. */
function toAwaitedGroup({ by, value }: TypedGroup): DraftGroup | undefined {
  const isUsable = validateSync(plainToInstance(GroupReference, { by, value })).length === 0;
  return isUsable ? { by, value, name: value } : undefined;
}
