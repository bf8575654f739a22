const sizes = { small: 'amplify-loader--small', large: 'amplify-loader--large' };

type PlainLoaderProps = { readonly size: keyof typeof sizes; readonly 'aria-label'?: string };

/** The loader of Amplify UI without its code, for what the page of a public link shows; the second circle is the arc. */
export const PlainLoader = ({ size, ...label }: PlainLoaderProps) => (
  <svg className={`amplify-loader ${sizes[size]}`} role="progressbar" {...label}>
    <g>
      <circle cx="50%" cy="50%" r="42%" strokeWidth="8%" />
      <circle cx="50%" cy="50%" r="42%" strokeWidth="8%" />
    </g>
  </svg>
);
