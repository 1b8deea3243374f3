import { expect, test } from 'vitest';
import { renderMarkdown } from '@/lib/catalog/render-markdown';

test('headings, lists, code and links are kept', () => {
  const html = renderMarkdown('## What\n\n- one `x`\n\n[docs](https://example.test/docs)');
  expect(html).toContain('<h3>What</h3>');
  expect(html).toContain('<li>one <code>x</code></li>');
  expect(html).toContain('<a href="https://example.test/docs" rel="nofollow noopener noreferrer">docs</a>');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<a href="vbscript:x" onclick="alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<p style="position:fixed" onmouseover=alert(1)>x</p>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '![x](https://example.test/pixel.png)',
])('nothing in %j can run, load or dress up', (markdown) => {
  const html = renderMarkdown(markdown);
  expect(html).not.toMatch(/<(script|img|svg|iframe|math|style)|\son\w+=|style=|javascript:|vbscript:|data:/i);
});
