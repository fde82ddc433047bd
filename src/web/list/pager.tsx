export interface PagerProps {
  readonly label: string;
  /** The id of the part of the page that is drawn anew; the whole page is, where none is named. */
  readonly turns?: string;
  readonly back?: PageLink;
  readonly forth: PageLink;
}

interface PageLink {
  /** None, when there is no such page. */
  readonly path: string | undefined;
  readonly text: string;
}

/** Links to the pages beside this one; nothing when everything is on it. */
export const Pager = ({ label, turns, back, forth }: PagerProps) =>
  back?.path || forth.path ? (
    <nav class="pages" aria-label={label}>
      {back?.path ? <Step path={back.path} rel="prev" turns={turns} text={`← ${back.text}`} /> : <span />}
      {forth.path && <Step path={forth.path} rel="next" turns={turns} text={`${forth.text} →`} />}
    </nav>
  ) : null;

interface StepProps {
  readonly path: string;
  readonly rel: 'prev' | 'next';
  readonly turns: string | undefined;
  readonly text: string;
}

const Step = ({ path, rel, turns, text }: StepProps) => (
  <a class="step" href={path} rel={rel} {...(turns === undefined ? {} : turning(path, turns))}>
    {text}
  </a>
);

const turning = (path: string, id: string) => ({
  'hx-get': path,
  'hx-target': `#${id}`,
  'hx-select': `#${id}`,
  'hx-swap': 'outerMorph show:top',
  'hx-push-url': 'true',
});
