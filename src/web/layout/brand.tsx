import { ASSETS } from '../assets/assets.js';

/** The product's mark, which leads home. */
export const Brand = ({ label }: { readonly label: string }) => (
  <a class="brand" href="/" aria-label={label}>
    <img src={ASSETS.favicon.path} alt="" />
    <span>RuleForge</span>
  </a>
);
