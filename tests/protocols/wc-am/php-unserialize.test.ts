import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';
import { hasPhp, runPhp } from '../../support/run-php';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

const PHP = hasPhp();

let lane: Awaited<ReturnType<typeof openLane>>;
let resource: Awaited<ReturnType<typeof aResource>>;

beforeAll(async () => {
  lane = await openLane();
  resource = await aResource();
  await db().product.update({
    where: { id: resource.product.id },
    data: {
      title: 'Grüße 漢字 🔑',
      author: "D'Arcy & Söhne",
      pageUrl: 'https://vendor.example/grüße',
      testedVersion: '6.8',
      requiresVersion: '6.0',
      requiresPhp: '7.4',
      descriptionMd: 'Macht **alles** schneller – "sogar" das; {und} das.',
      faqMd: '## Läuft es?\n\nJa.',
    },
  });
  await db().release.create({
    data: {
      productId: resource.product.id,
      version: '2.0.0',
      releasedAt: new Date('2026-01-31T12:00:00Z'),
      publishedAt: new Date('2026-01-31T12:00:00Z'),
      createdAt: new Date('2026-01-31T12:00:00Z'),
      changelogMd: '- Schneller 🚀\n- Größer',
      upgradeNotice: 'Bitte “lesen”.',
    },
  });
  await saveStoreSettings({ docTabs: ['faq', 'description'] }, bySystem);
  await lane.door(
    `/?wc-api=wc-am-api&wc_am_action=activate&api_key=${resource.key}&product_id=${number()}&instance=i1`,
  );
});
afterAll(() => lane.close());

const number = () => String(resource.planNumber);

/** What PHP's unserialize() makes of the store's real answer, as JSON; classes are told by PHP, not guessed. */
async function unserialized(query: string): Promise<unknown> {
  const response = await lane.door(`/?wc-api=upgrade-api&${query}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  const seen = runPhp(
    '$v = unserialize(file_get_contents("php://stdin")); echo json_encode(["class" => get_class($v), "sections" => gettype($v->sections ?? null), "errors" => gettype($v->errors ?? null), "value" => $v], JSON_THROW_ON_ERROR);',
    await response.text(),
  );
  return JSON.parse(seen);
}

test.skipIf(!PHP)('PHP reads plugininformation into the object that WordPress shows', async () => {
  const sent = `plugin_name=demo%2Fdemo.php&version=1.0.0&product_id=${number()}&api_key=${resource.key}&instance=i1`;
  expect(await unserialized(`request=plugininformation&${sent}`)).toEqual({
    class: 'stdClass',
    sections: 'array',
    errors: 'NULL',
    value: {
      name: 'Grüße 漢字 🔑',
      downloaded: 0,
      active_installs: 1,
      slug: 'demo',
      version: '2.0.0',
      author: "D'Arcy & Söhne",
      homepage: 'https://vendor.example/grüße',
      requires: '6.0',
      tested: '6.8',
      last_updated: '2026-01-31',
      requires_php: '7.4',
      compatibility: '6.8',
      sections: {
        description: '<p>Macht <strong>alles</strong> schneller – "sogar" das; {und} das.</p>',
        faq: '<h3>Läuft es?</h3><p>Ja.</p>',
        changelog: '<h4>2.0.0</h4><ul><li>Schneller 🚀</li><li>Größer</li></ul>',
      },
    },
  });
});

test.skipIf(!PHP)('PHP reads pluginupdatecheck into the object that an update client copies', async () => {
  const sent = `plugin_name=demo%2Fdemo.php&version=1.0.0&product_id=${number()}&api_key=${resource.key}&instance=i1`;
  expect(await unserialized(`request=pluginupdatecheck&slug=demo&${sent}`)).toEqual({
    class: 'stdClass',
    sections: 'NULL',
    errors: 'NULL',
    value: {
      id: `demo-${number()}`,
      slug: 'demo',
      plugin: 'demo/demo.php',
      new_version: '2.0.0',
      url: 'https://vendor.example/grüße',
      tested: '6.8',
      upgrade_notice: 'Bitte “lesen”.',
      package: expect.stringMatching(
        /^http:\/\/localhost:8080\/\?user_id=\d+&am_download_file=\d+&am_order=\d+&hname=\w{12}&hkey=\w+&hexpires=\d{10}&remote_url=no$/,
      ),
    },
  });
});

test.skipIf(!PHP).each([
  ['an unknown product', 'product_id=999999'],
  ['a missing product', 'x=1'],
])('PHP reads the refusal of %s into the error object', async (_name, sent) => {
  for (const action of ['pluginupdatecheck', 'plugininformation']) {
    expect(await unserialized(`request=${action}&plugin_name=demo%2Fdemo.php&${sent}`)).toEqual({
      class: 'stdClass',
      sections: 'NULL',
      errors: 'array',
      value: {
        slug: '',
        plugin: '',
        new_version: '',
        url: '',
        tested: '',
        package: '',
        errors: { download_revoked: 'download_revoked' },
      },
    });
  }
});
