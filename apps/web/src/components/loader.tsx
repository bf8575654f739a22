import { joinClassNames } from './join-class-names.ts';

type LoaderProps = { readonly size?: 'small' | 'large' | undefined; readonly 'aria-label'?: string };

const sizes = { small: 'amplify-loader--small', large: 'amplify-loader--large' };

const Circle = () => <circle cx="50%" cy="50%" r="42%" strokeWidth="8%" />;

/** A turning circle in the look of Amplify UI; the second circle is the arc. */
export const Loader = ({ size, ...label }: LoaderProps) => (
  <svg className={joinClassNames('amplify-loader', size && sizes[size])} role="progressbar" {...label}>
    <g>
      <Circle />
      <Circle />
    </g>
  </svg>
);
