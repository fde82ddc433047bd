import { toVisiblePieces } from './visible-pieces.js';

/** A name in which blanks that matter are seen. */
export const VisibleName = ({ name }: { readonly name: string }) => (
  <bdi class="visible-name">
    {toVisiblePieces(name).map((piece, index) =>
      'text' in piece ? (
        piece.text
      ) : (
        <span key={index} class="unseen" title={piece.code}>
          {piece.sign}
        </span>
      ),
    )}
  </bdi>
);
