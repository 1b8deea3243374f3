/**
 * The rule by which a scanner of texts finds the keys of this store (security.md T23), as a configuration of gitleaks. What
 * its pattern cannot say, the checksum, is told in words: a scanner that can compute it reports no mistyped key.
 */
export function scannerRule(storeUrl: string): string {
  return `# Finds keys of ${storeUrl} that stand in clear in files, commits and logs.
#
# gitleaks 8:     curl -O ${storeUrl}/gitleaks.toml && gitleaks dir --config gitleaks.toml .
# Other scanners: take the regular expression below (RE2, no flags).
#
# A match is a key only if its last 6 characters are the checksum of the 47 before them: their CRC-32 (IEEE 802.3, as in
# zlib and PNG), written in base 62 with the digits 0-9 A-Z a-z, the highest first, padded on the left with 0.
#
# A key that you found: POST ${storeUrl}/api/v1/credentials/revoke, body {"credentials": ["lkx_..."]}. It needs no key of
# yours and answers alike whatever you found. What to do as its owner: ${storeUrl}/help/leaked-keys

title = "Keys of ${storeUrl}"

[extend]
useDefault = true

[[rules]]
id = "latchkey-developer-key"
description = "A developer key (lks_ standard, lkx_ secret, lkp_ of a pair, lkt_ token): it opens the API of the store."
regex = '''\\b(lk[sxpt]_[0-9A-Za-z]{49})\\b'''
secretGroup = 1
entropy = 3.5
keywords = ["lks_", "lkx_", "lkp_", "lkt_"]

[[rules]]
id = "latchkey-licence-key"
description = "A licence key (lkm_ of a customer, lko_ of an order): it activates what was bought."
regex = '''\\b(lk[mo]_[0-9A-Za-z]{49})\\b'''
secretGroup = 1
entropy = 3.5
keywords = ["lkm_", "lko_"]
`;
}
