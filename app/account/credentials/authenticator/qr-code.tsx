import { encode } from 'uqr';

const BORDER = 3;

/** A QR code drawn on the server. Dark on white in both themes: many cameras do not read it the other way round. */
export function QrCode({ value, name }: { value: string; name: string }) {
  const { data, size } = encode(value, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-md border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#16181d" />
    </svg>
  );
}
