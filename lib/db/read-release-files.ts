import { askHot } from './ask-hot';

/** What an update answer tells of a release beside its version. */
export type ReleaseFile = {
  changelogMd: string;
  /** The file that a package address of this release leads to; undefined while none has been uploaded. */
  artifact: { fileName: string; sizeBytes: number; sha256: string } | undefined;
};

type Row = [id: string, changelogMd: string, fileName: string | null, sizeBytes: number, sha256: string];

/** Changelog and file of many releases, in one read; undefined for a release that is gone. */
export async function readReleaseFiles(releaseIds: string[]): Promise<(ReleaseFile | undefined)[]> {
  const rows = await askHot<Row>({
    name: 'read_release_files',
    // The first by name, as lib/downloads/open-download chooses it.
    text: `SELECT json_build_array(r.id, r.changelog_md, a.file_name, a.size_bytes, a.sha256)
      FROM release r
      LEFT JOIN LATERAL (SELECT x.* FROM artifact x WHERE x.release_id = r.id ORDER BY x.file_name LIMIT 1) a ON true
      WHERE r.id = ANY($1::uuid[])`,
    values: [[...new Set(releaseIds)]],
  });
  const found = new Map(rows.map((row) => [row[0], toFile(row)]));
  return releaseIds.map((id) => found.get(id));
}

function toFile([, changelogMd, fileName, sizeBytes, sha256]: Row): ReleaseFile {
  return { changelogMd, artifact: fileName === null ? undefined : { fileName, sizeBytes, sha256 } };
}
