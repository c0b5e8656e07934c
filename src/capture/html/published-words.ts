/** Words beside a date that tell a change from a publication, in the languages of newspapers. O(text). */

export const SAYS_MODIFIED =
  /updat|modif|aktuali[sz]|a[ck]tuali[tz]|atualiz|mis à jour|обнов|оновлен|изменен|zuletzt|bearbeitet|aggiorn|bijgewerkt|gewijzigd|uppdatera|oppdater|opdater|päivitetty|frissít|módosít|ažuriran|ενημέρωσ|τροποπο|تحديث|تعديل|عُدل|به‌?روز|ویرایش|اپ ?ڈیٹ|עודכן|עדכון|更新|修改|수정|업데이트|güncel|diperbarui|pembaruan|dikemas ?kini|cập nhật|อัปเดต|ปรับปรุง|अपडेट|संशोधित|আপডেট|হালনাগাদ|imesasishwa|edited|revis/i;

/** "Der Beitrag wurde am … veröffentlicht": a date in the same line is the publication's. */
export const SAYS_PUBLISHED =
  /publi[sc]h?ed|posted|first printed|veröffentlicht|erschienen (?:am|in)|publié|mise? en ligne|paru (?:le|dans)|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicera[dt]|publisert|udgivet|offentliggjort|julkaistu|opublikowan[oay]|publikowano|publikováno|zveřejněno|vydáno|publikované|zverejnené|közzété|megjelent|publicat|objavljen[oa]?|објављено|публикуван[оа]?|публикаци|опубликован|опубліковано|δημοσι[εέ]|yayınla|yayım|diterbitkan|dipublikasi|diterbit|đăng lúc|xuất bản|เผยแพร่|ประกาศ|نُ?شر(?:ت)?(?![\p{L}])|تاريخ النشر|منتشر|انتشار|شائع|פורסם|प्रकाशित|প্রকাশ|発行|公開|掲載|配信|发布|發布|發表|发表|刊登|등록|입력|게시/iu;
