import type { ListedGroup } from '../../provisioning/roles/role-mapping-list.js';
import { Nothing } from '../../web/list/nothing.js';
import { CommandButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { EditorContext } from './editor-context.js';
import type { EditorPage } from './editor-page.js';
import { LONGEST_SEARCH } from './role-mapping-form.js';
import { VisibleName } from './visible-name.js';

export interface UnmappedGroupsProps {
  readonly page: EditorPage;
  readonly context: EditorContext;
}

/** The groups that decide nothing, to be searched and mapped. */
export const UnmappedGroups = ({ page, context }: UnmappedGroupsProps) => {
  const { messages, path } = context;
  if (page.withoutGroups) return <NoGroups context={context} />;
  return (
    <section aria-labelledby="unmapped">
      <h2 id="unmapped">{messages.unmapped}</h2>
      <p class="muted">{messages.unmappedHint}</p>
      <div class="find">
        <label>
          {messages.findGroup}
          <input
            id="search"
            type="search"
            name="search"
            value={page.search}
            maxLength={LONGEST_SEARCH}
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        <CommandButton id="find" command={COMMANDS.show} path={path}>
          {messages.search}
        </CommandButton>
      </div>
      {page.unmapped.groups.length > 0 ? (
        <Groups page={page} context={context} />
      ) : (
        <p class="muted">{page.search === '' ? messages.allMapped : messages.noneFound}</p>
      )}
    </section>
  );
};

const Groups = ({ page: { unmapped }, context }: UnmappedGroupsProps) => (
  <>
    <div class="mappings mappings--long">
      <ul>
        {unmapped.groups.map((group) => (
          <Group key={group.id} group={group} context={context} />
        ))}
      </ul>
    </div>
    {unmapped.more > 0 && <p class="muted">{context.messages.moreGroups(unmapped.more)}</p>}
  </>
);

interface GroupProps {
  readonly group: ListedGroup;
  readonly context: EditorContext;
}

const Group = ({ group: { id, name, memberCount }, context: { messages, path, projects } }: GroupProps) => {
  const group = { by: 'id', value: id, name } as const;
  return (
    <li class="mapping">
      <div class="mapping__group">
        <strong>
          <VisibleName name={name} />
        </strong>
        <span class="line muted">{messages.members(memberCount)}</span>
      </div>
      <div class="mapping__buttons">
        <CommandButton id={`map-${id}`} command={COMMANDS.add(group)} path={path} label={messages.mapGroup(name)}>
          {messages.map}
        </CommandButton>
        {projects.length > 0 && (
          <CommandButton
            id={`map-in-project-${id}`}
            command={COMMANDS.addInProject(group)}
            path={path}
            label={messages.mapGroupInProject(name)}
          >
            {messages.mapInProject}
          </CommandButton>
        )}
      </div>
    </li>
  );
};

const NoGroups = ({ context: { messages } }: { readonly context: EditorContext }) => (
  <Nothing title={messages.noGroups} hint={messages.noGroupsHint} />
);
