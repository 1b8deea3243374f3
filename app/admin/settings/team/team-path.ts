export const TEAM_PATH = '/admin/settings/team';
