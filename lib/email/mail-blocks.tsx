import type { CSSProperties } from 'react';
import { unreachable } from '../errors';
import type { MailBlock } from './mail-content';
import type { MailPalette } from './mail-palette';

const SANS = "'Geist',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const MONO = "'Geist Mono',ui-monospace,Menlo,Consolas,monospace";

/** Words as they are read. */
export const prose = (color: string): CSSProperties => ({
  margin: '0 0 16px',
  color,
  fontFamily: SANS,
  fontSize: '15px',
  lineHeight: '24px',
});

/** Words beside the matter. */
export const small = (color: string): CSSProperties => ({
  margin: 0,
  color,
  fontFamily: SANS,
  fontSize: '13px',
  lineHeight: '20px',
});

type BlockProps = { block: MailBlock; palette: MailPalette };

/** One part of what a mail says. */
export function Block({ block, palette }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="ink" style={prose(palette.ink)}>
          {block.text}
        </p>
      );
    case 'copy':
      return <Copy {...block} palette={palette} />;
    case 'rows':
      return <Rows rows={block.rows} palette={palette} />;
    default:
      return unreachable(block);
  }
}

type CopyProps = { label: string; value: string; note?: string; palette: MailPalette };

function Copy({ label, value, note, palette }: CopyProps) {
  const well: CSSProperties = {
    background: palette.paper,
    border: `1px solid ${palette.line}`,
    borderRadius: '8px',
    padding: '10px 12px',
    color: palette.ink,
    fontFamily: MONO,
    fontSize: '13px',
    lineHeight: '20px',
    wordBreak: 'break-all',
  };
  return (
    <div style={{ margin: '0 0 20px' }}>
      <p className="muted" style={{ ...small(palette.muted), margin: '0 0 4px' }}>
        {label}
      </p>
      <div className="well" style={well}>
        {value}
      </div>
      {note === undefined ? null : (
        <p className="muted" style={{ ...small(palette.muted), margin: '4px 0 0' }}>
          {note}
        </p>
      )}
    </div>
  );
}

type RowsProps = { rows: Extract<MailBlock, { kind: 'rows' }>['rows']; palette: MailPalette };

function Rows({ rows, palette }: RowsProps) {
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 20px', borderCollapse: 'collapse' }}>
      <tbody>
        {rows.map(({ label, value, isTotal = false }) => {
          const cell: CSSProperties = {
            ...prose(palette.ink),
            padding: '9px 0',
            borderTop: `1px solid ${palette.line}`,
            borderBottom: `1px solid ${palette.line}`,
            ...(isTotal ? { fontWeight: 600 } : {}),
          };
          return (
            <tr key={`${label}|${value}`}>
              <td className="ink line" valign="top" style={{ ...cell, paddingRight: '16px' }}>
                {label}
              </td>
              <td className="ink line" valign="top" align="right" style={{ ...cell, ...figures(value) }}>
                {value}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

// A price stays in one line; an address of 45 characters must not push the column out of a phone.
function figures(value: string): CSSProperties {
  return value.length <= 24
    ? { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }
    : { wordBreak: 'break-word', fontVariantNumeric: 'tabular-nums' };
}
