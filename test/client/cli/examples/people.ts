import type { PersonView } from '../../../../client/core/types.ts';

/** Made-up answers of the client: who there is, and where. */
export const bodyNames: Record<string, string> = {
  soYTe: 'Sở Y tế',
  vanPhongSo: 'Văn phòng Sở',
  phongNghiepVu: 'Phòng Nghiệp vụ',
  benhVienVungTau: 'Bệnh viện Vũng Tàu',
};

const clerk: PersonView = {
  id: 'bvvt.clerk',
  name: 'Ngô Văn Ví Dụ',
  title: 'Cán bộ phòng Tổ chức',
  homeBody: 'benhVienVungTau',
  roles: [{ role: 'unitClerk', body: 'benhVienVungTau' }],
};
export const head: PersonView = {
  id: 'bvvt.head',
  name: 'Phan Thị Bản Mẫu',
  title: 'Giám đốc',
  homeBody: 'benhVienVungTau',
  roles: [{ role: 'unitHead', body: 'benhVienVungTau' }],
};
const secretary: PersonView = {
  id: 'vps.secretary',
  name: 'Đỗ Thị Thử Nghiệm',
  title: null,
  homeBody: 'vanPhongSo',
  roles: [
    { role: 'administrator', body: 'soYTe' },
    { role: 'councilSecretary', body: 'vanPhongSo' },
  ],
};
export const people = [clerk, head, secretary];
