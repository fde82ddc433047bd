export interface PagerProps {
  readonly label: string;
  /** The id of the part of the page that shows the list. */
  readonly turns: string;
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
  readonly turns: string;
  readonly text: string;
}

const Step = ({ path, rel, turns, text }: StepProps) => (
  <a
    class="step"
    href={path}
    rel={rel}
    hx-get={path}
    hx-target={`#${turns}`}
    hx-select={`#${turns}`}
    hx-swap="outerMorph show:top"
    hx-push-url="true"
  >
    {text}
  </a>
);
