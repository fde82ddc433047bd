import { CommandButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { EditorContext } from './editor-context.js';
import type { TypedGroup } from './role-mapping-form.js';

export interface PrepareMappingProps {
  readonly typed: TypedGroup;
  readonly context: EditorContext;
}

/** A mapping for a group that is still to come. */
export const PrepareMapping = ({ typed, context: { messages, path, projects } }: PrepareMappingProps) => (
  <section aria-labelledby="prepare-title">
    <h2 id="prepare-title">{messages.prepare}</h2>
    <p class="muted">{messages.prepareHint}</p>
    <div class="find find--wide">
      <label>
        {messages.prepareBy}
        <select name="by" autocomplete="off">
          <option value="name" selected={typed.by === 'name'}>
            {messages.byName}
          </option>
          <option value="externalId" selected={typed.by === 'externalId'}>
            {messages.byExternalId}
          </option>
        </select>
      </label>
      <label>
        {messages.prepareValue}
        <input id="prepare-value" type="text" name="value" value={typed.value} autocomplete="off" spellcheck={false} />
      </label>
      <CommandButton id="prepare" command={COMMANDS.prepare} path={path}>
        {messages.map}
      </CommandButton>
      {projects.length > 0 && (
        <CommandButton id="prepare-in-project" command={COMMANDS.prepareInProject} path={path}>
          {messages.mapInProject}
        </CommandButton>
      )}
    </div>
  </section>
);
