import type { ClaimWords } from './claim-kind.js';

/** What claims too much in languages of Latin and Cyrillic letters of Europe, and in those that took them over. */
export const europeanClaims: Readonly<Record<string, ClaimWords>> = {
  en: {
    will: '*’ll will',
    guarantee:
      '*guarantee* we_promise promise_you promises_you you_can_be_sure certain_to_work sure_to_work always_works works_every_time works_for_everyone never_fails',
    noRisk:
      'nothing_can_go_wrong no_risk* without_risk* without_any_risk* zero_risk* risk-free risk_free free_of_risk* no_side_effect* without_side_effect* no_complications without_complications no_danger without_danger without_any_danger harmless',
    safe: 'is_safe are_safe completely_safe totally_safe perfectly_safe absolutely_safe entirely_safe very_safe safe_treatment safe_procedure safe_method safe_for_everyone safe_for_all',
    cure: 'cure cures cured eliminates_all eliminates_wrinkle* eliminates_scar* removes_all removes_every proven_to_remove proven_to_eliminate',
    permanent: 'permanent* forever for_life lifelong once_and_for_all',
    painless:
      'painless* pain-free pain_free no_pain without_pain without_any_pain won’t_hurt will_not_hurt doesn’t_hurt does_not_hurt isn’t_painful is_not_painful never_hurts not_feel_a_thing won’t_feel_a_thing',
    hundred: '100_percent 100_per_cent hundred_percent hundred_per_cent',
    fine: 'clinician_will doctor_will nurse_will staff_will team_will clinic_will we_will we’ll someone_will you_will_need you’ll_need you_will_be_asked you_will_be_given you_will_have_to you_will_get_a you_will_wait permanent_makeup permanent_mark* permanent_scar* permanent_damage is_safe_to it_is_safe_again',
  },
  es: {
    will: 'mejorará* desaparecerá* eliminará* borrará* reducirá* suavizará* rejuvenecerá* sanará* cicatrizará* aclarará* atenuará* transformará* devolverá* quedará* lucirá* funcionará* notará_una_mejor* verá_result* verá_mejor* tendrá_una_piel tendrá_la_piel se_verá* dejará_la_piel va_a_mejorar van_a_mejorar va_a_desaparecer van_a_desaparecer va_a_eliminar va_a_funcionar va_a_quedar',
    guarantee:
      'aseguramos_result* siempre_da_resultado* éxito_asegurado resultado_seguro resultados_seguros resultado_asegurado resultados_asegurados garanti* garantí* asegura_result* siempre_funciona',
    noRisk:
      'nada_puede_salir_mal ningún_efecto_secundario no_hay_efectos_secundarios no_tiene_efectos_secundarios no_hay_peligro* no_existe_riesgo* no_existe_ningún_riesgo sin_ningún_peligro sin_riesgo* sin_ningún_riesgo ningún_riesgo libre_de_riesgo* exento_de_riesgo* exenta_de_riesgo* riesgo_cero cero_riesgo* no_tiene_riesgo* no_hay_riesgo* no_hay_ningún_riesgo no_conlleva_riesgo* sin_peligro sin_efectos_secundarios sin_complicaciones inofensiv* inocu*',
    safe: 'es_seguro es_segura son_seguros son_seguras totalmente_segur* completamente_segur* absolutamente_segur* muy_segur* tratamiento_seguro procedimiento_seguro método_seguro técnica_segura',
    cure: 'cura_el cura_la cura_las cura_los curan curará* cura_definitiva cura_total',
    permanent: 'permanente* definitiv* para_siempre de_por_vida',
    painless:
      'no_sentirá_dolor no_sentirá_ningún_dolor no_siente_dolor no_le_dolerá indolor* sin_dolor sin_ningún_dolor no_duele* no_dolerá* no_causa_dolor no_va_a_doler',
    hundred: '100_por_ciento cien_por_ciento cien_por_cien',
    fine: 'maquillaje_permanente marcas_permanentes cicatrices_permanentes',
  },
  fr: {
    will: 'améliorera* amélioreront disparaîtra* disparaîtront éliminera* effacera* effaceront réduira* lissera* rajeunira* guérira* cicatrisera* atténuera* estompera* estomperont transformera* deviendra* deviendront sera_plus seront_plus aura_l’air paraîtra* redonnera* retrouvera* fonctionnera* verrez_des_résultats verrez_une_amélioration va_améliorer vont_disparaître va_disparaître va_éliminer va_rajeunir va_fonctionner va_devenir',
    guarantee:
      'succès_assuré résultat_assuré résultats_assurés résultat_certain garanti* assure_des_résultats marche_toujours',
    noRisk:
      'aucun_effet_secondaire pas_d’effet_secondaire pas_d’effets_secondaires rien_ne_peut_mal_tourner ne_risquez_rien sans_risque* sans_aucun_risque aucun_risque zéro_risque risque_zéro risque_nul pas_de_risque* sans_danger sans_effet_secondaire sans_effets_secondaires sans_complication* inoffensi* dénué_de_risque* exempt_de_risque*',
    safe: 'est_sûr est_sûre sont_sûrs sont_sûres est_sans_danger totalement_sûr* complètement_sûr* parfaitement_sûr* absolument_sûr* entièrement_sûr* traitement_sûr méthode_sûre',
    cure: 'guérit_l’acné guérit_les guérit_définitivement guérit_tout* guérissent_l’acné guérison_totale guérison_complète guérison_définitive fait_disparaître',
    permanent: 'permanent* définitif* définitiv* pour_toujours à_vie pour_la_vie',
    painless:
      'ne_sentirez_aucune_douleur ne_sentirez_rien indolore* sans_douleur* sans_aucune_douleur aucune_douleur ne_fait_pas_mal ne_fera_pas_mal',
    hundred: '100_pour_cent cent_pour_cent',
    fine: 'maquillage_permanent marques_permanentes cicatrices_permanentes est_sûr_que',
  },
  de: {
    will: 'wird_ihre_haut werden_ihre_narben werden_ihre_falten haut_wird narben_werden falten_werden flecken_werden poren_werden linien_werden ergebnis_wird ergebnisse_werden sie_werden_sehen falten_verschwinden narben_verschwinden werden_verschwinden wird_verschwinden verschwinden_wird wird_verbessern verbessern_wird wird_heilen wird_wirken wird_funktionieren wird_helfen',
    guarantee: 'erfolg_ist_sicher *garant* wirkt_immer hilft_immer hilft_jedem',
    noRisk:
      'nichts_kann_schiefgehen kann_nichts_schiefgehen kann_nichts_passieren keine_gefahr keinerlei_gefahr kein_risiko keine_risiken keinerlei_risik* ohne_risiko ohne_risiken ohne_jedes_risiko risikofrei* risikolos* null_risiko gefahrlos* ungefährlich* ohne_nebenwirkung* keine_nebenwirkung* nebenwirkungsfrei* ohne_komplikation* harmlos* unbedenklich*',
    safe: 'ist_sicher sind_sicher völlig_sicher* absolut_sicher* vollkommen_sicher* ganz_sicher* sichere_behandlung sicheres_verfahren sichere_methode',
    cure: 'heilt_akne heilt_narben heilt_ihre heilt_alle heilt_jede heilt_für_immer vollständige_heilung vollständig_geheilt dauerhaft_geheilt kuriert*',
    permanent: 'dauerhaft* für_immer permanent* endgültig* ein_leben_lang lebenslang* auf_dauer',
    painless:
      'spüren_keine_schmerz* spüren_nichts tut_überhaupt_nicht_weh tut_gar_nicht_weh schmerzfrei* schmerzlos* ohne_schmerz* ohne_jeden_schmerz keine_schmerzen keinen_schmerz tut_nicht_weh',
    hundred: '100_prozent hundertprozentig* hundert_prozent',
    fine: 'permanent-make-up permanent_make-up',
  },
  it: {
    will: 'migliorerà* miglioreranno scomparirà* scompariranno sparirà* spariranno eliminerà* elimineranno cancellerà* ridurrà* ridurranno ringiovanirà* guarirà* guariranno schiarirà* attenuerà* diventerà* diventeranno trasformerà* apparirà* appariranno sarà_più saranno_più funzionerà* vedrà_risultat* vedrà_una_pelle vedrà_un_miglioramento avrà_una_pelle',
    guarantee:
      'successo_assicurato successo_è_assicurato risultato_assicurato garanti* garanz* assicura_risultat* funziona_sempre',
    noRisk:
      'nulla_può_andare_storto non_ha_effetti_collaterali alcun_rischio nessun_pericolo non_c’è_pericolo non_c’è_rischio non_ci_sono_pericoli senza_rischi* senza_alcun_rischio nessun_rischio rischio_zero zero_rischi privo_di_rischi* priva_di_rischi* esente_da_rischi* non_ci_sono_rischi non_comporta_rischi senza_pericol* senza_effetti_collaterali nessun_effetto_collaterale senza_complicazioni innocu*',
    safe: 'è_sicuro è_sicura sono_sicuri sono_sicure del_tutto_sicur* completamente_sicur* totalmente_sicur* assolutamente_sicur* trattamento_sicuro procedura_sicura metodo_sicuro',
    cure: 'cura_l’acne cura_le_cicatrici cura_definitiva curano_l’acne guarisce_l’acne guarisce_le guarigione_completa guarigione_totale',
    permanent: 'permanent* definitiv* per_sempre a_vita per_tutta_la_vita',
    painless:
      'non_sentirà_dolor* non_sente_dolor* non_sentirà_alcun_dolore non_sentirà_nulla indolor* senza_dolor* senza_alcun_dolore nessun_dolore non_fa_male non_farà_male non_provoca_dolore',
    hundred: '100_per_cento cento_per_cento',
    fine: 'trucco_permanente segni_permanenti cicatrici_permanenti',
  },
  pt: {
    will: 'melhorará* melhorarão desaparecerá* desaparecerão eliminará* eliminarão apagará* reduzirá* suavizará* rejuvenescerá* curará* cicatrizará* clareará* ficará* ficarão funcionará* transformará* terá_uma_pele vai_melhorar vão_melhorar vai_desaparecer vão_desaparecer vai_eliminar vai_ficar vão_ficar vai_funcionar vai_rejuvenescer vai_ver_result* verá_result* vai_curar',
    guarantee: 'sucesso_assegurado resultado_assegurado garant* assegura_result* funciona_sempre',
    noRisk:
      'nenhum_efeito_colateral nenhum_efeito_secundário não_há_efeitos_colaterais não_tem_efeitos_colaterais nada_pode_correr_mal não_existe_qualquer_risco não_há_qualquer_risco não_tem_qualquer_risco nenhum_perigo não_há_perigo não_existe_risco* não_existem_riscos sem_risco* sem_nenhum_risco sem_qualquer_risco nenhum_risco risco_zero zero_risco* livre_de_risco* isento_de_risco* isenta_de_risco* não_há_risco* não_tem_risco* não_oferece_risco* sem_perigo sem_efeitos_colaterais sem_efeitos_secundários sem_complicações inofensiv* inócu*',
    safe: 'é_seguro é_segura são_seguros são_seguras totalmente_segur* completamente_segur* absolutamente_segur* tratamento_seguro procedimento_seguro método_seguro',
    cure: 'cura_a_acne cura_as cura_definitiva cura_total cura_completa curam_a curará*',
    permanent: 'permanente* definitiv* para_sempre para_toda_a_vida vitalíci*',
    painless:
      'não_sentirá_dor* não_vai_sentir_dor não_sente_dor indolor* sem_dor sem_dores sem_nenhuma_dor sem_qualquer_dor não_dói* não_doerá* não_vai_doer',
    hundred: '100_por_cento cem_por_cento',
    fine: 'maquiagem_permanente maquilhagem_permanente marcas_permanentes cicatrizes_permanentes',
  },
  pl: {
    will: 'poprawi poprawią zniknie znikną usunie usuną wygładzi wygładzą odmłodzi odmłodzą wyleczy wyleczą zlikwiduje rozjaśni rozjaśnią zredukuje będzie_gładsz* będzie_młodsz* będzie_jędrn* będzie_piękn* będzie_wyglądać będzie_lepsz* będą_mniejsze będą_lepsze zadziała',
    guarantee: 'gwaran* zapewnia_efekt* zawsze_działa',
    noRisk:
      'brak_skutków_ubocznych żadnych_skutków_ubocznych nie_ma_skutków_ubocznych nie_ma_niebezpieczeństwa żadnego_niebezpieczeństwa bez_ryzyka bez_żadnego_ryzyka żadnego_ryzyka brak_ryzyka zerowe_ryzyko zero_ryzyka nie_ma_ryzyka nie_niesie_ryzyka bez_skutków_ubocznych bez_powikłań bez_działań_niepożądanych nieszkodliw* wolny_od_ryzyka',
    safe: 'jest_bezpieczn* są_bezpieczn* całkowicie_bezpieczn* w_pełni_bezpieczn* zupełnie_bezpieczn* absolutnie_bezpieczn* bezpieczny_zabieg bezpieczna_metoda',
    cure: 'leczy_trądzik leczy_blizny wyleczy* uleczy* wyleczeni* uzdrawia* całkowite_wyleczenie',
    permanent:
      'na_zawsze trwale trwały_efekt trwałe_efekty trwałych_efektów trwała_poprawa na_stałe permanentn* na_całe_życie',
    painless:
      'nic_nie_boli nic_nie_poczuj* nie_poczujesz_bólu nie_będzie_bolał* bezbolesn* bez_bólu żadnego_bólu nie_boli nie_będzie_bolało nie_będzie_boleć',
    hundred: '100_procent* stuprocentow* sto_procent',
    fine: 'makijaż_permanentny makijażu_permanentnego',
  },
  ru: {
    will: 'улучшится улучшит улучшатся исчезнет исчезнут уберёт уберет уберут удалит устранит устранят омолодит избавит разгладит* разгладятся вылечит станет_глад* станет_молож* станет_мягч* станет_лучше станет_упруг* станет_ровн* станут_менее станут_мен* будет_выглядеть будет_глад* будет_молож* будет_лучше подействует помолодеет* посветлеют посветлеет',
    guarantee: 'гарант* всегда_помогает всегда_работает',
    noRisk:
      'никаких_побочных нет_побочных нет_опасности никакой_опасности без_риска без_рисков без_всякого_риска без_какого-либо_риска никакого_риска никаких_рисков нет_риска нет_рисков риска_нет рисков_нет нулевой_риск без_побочных без_осложнений безвред* не_несёт_риска',
    safe: 'безопасен безопасна безопасны это_безопасно полностью_безопасн* абсолютно_безопасн* совершенно_безопасн* безопасная_процедура безопасный_метод',
    cure: 'излечива* вылечива* излечит* вылечит* исцел* лечит лечат',
    permanent: 'навсегда навечно на_всю_жизнь пожизненн* перманентн* постоянный_результат постоянный_эффект',
    painless: 'не_почувствуете_боли безболезнен* без_боли никакой_боли не_больно не_будет_больно',
    hundred: '100_процент* стопроцентн* сто_процентов',
    fine: 'перманентный_макияж перманентного_макияжа',
  },
  uk: {
    will: 'покращить покращиться покращаться поліпшить* поліпшаться зникне зникнуть усуне усунуть видалить прибере омолодить позбавить розгладить* розгладяться вилікує стане_глад* стане_молодш* стане_кращ* стане_пружн* стане_рівн* стануть_мен* буде_виглядати буде_глад* буде_молодш* подіє спрацює посвітлі*',
    guarantee: 'гарант* завжди_допомагає завжди_діє',
    noRisk:
      'жодних_побічних немає_побічних немає_небезпеки жодної_небезпеки без_ризику без_ризиків без_жодного_ризику жодного_ризику жодних_ризиків ризику_немає немає_ризику немає_ризиків нульовий_ризик без_побічних без_ускладнень нешкідлив*',
    safe: 'є_безпечн* це_безпечно повністю_безпечн* абсолютно_безпечн* цілком_безпечн* безпечна_процедура безпечний_метод процедура_безпечна',
    cure: 'виліков* лікує_акне зцілює* зцілить вилікує*',
    permanent: 'назавжди навічно на_все_життя перманентн* постійний_результат довічн*',
    painless: 'не_відчуєте_болю безболісн* без_болю жодного_болю не_боляче не_буде_боляче',
    hundred: '100_відсотк* стовідсотков* сто_відсотків',
    fine: 'перманентний_макіяж перманентного_макіяжу',
  },
  vi: {
    will: 'sẽ',
    guarantee: 'đảm_bảo bảo_đảm cam_kết chắc_chắn_có_kết_quả luôn_hiệu_quả',
    noRisk:
      'không_có_bất_kỳ_nguy_cơ không_có_nguy_hiểm không_có_rủi_ro không_rủi_ro không_có_bất_kỳ_rủi_ro không_hề_có_rủi_ro không_gây_rủi_ro không_có_nguy_cơ không_nguy_hiểm không_có_tác_dụng_phụ không_tác_dụng_phụ không_gây_tác_dụng_phụ không_biến_chứng không_có_biến_chứng vô_hại',
    safe: 'an_toàn_tuyệt_đối hoàn_toàn_an_toàn tuyệt_đối_an_toàn rất_an_toàn là_an_toàn an_toàn_cho_mọi phương_pháp_an_toàn',
    cure: 'chữa_khỏi trị_dứt_điểm chữa_dứt điều_trị_dứt_điểm trị_khỏi trị_tận_gốc chữa_lành_hoàn_toàn',
    permanent: 'vĩnh_viễn mãi_mãi suốt_đời trọn_đời',
    painless:
      'sẽ_không_thấy_đau không_thấy_đau không_cảm_thấy_đau không_đau không_gây_đau không_hề_đau không_bị_đau không_có_cảm_giác_đau',
    hundred: '100_phần_trăm một_trăm_phần_trăm trăm_phần_trăm',
    fine: 'bác_sĩ_sẽ chuyên_viên_sẽ nhân_viên_sẽ chúng_tôi_sẽ sẽ_cần sẽ_được_hỏi sẽ_cho_quý_vị_biết sẽ_giải_thích sẽ_gọi',
  },
  tl: {
    will: 'gaganda mawawala bubuti kikinis babata tatanggal* aalisin mapapawi magiging_makinis magiging_mas magmumukhang lalambot liliit lilinaw papawiin',
    guarantee: '*garanti* siguradong tiyak_na_resulta laging_gumagana',
    noRisk:
      'walang_panganib walang_kahit_anong_panganib walang_anumang_panganib walang_peligro walang_side_effect* walang_komplikasyon hindi_mapanganib walang_risk',
    safe: 'ligtas_ang ligtas_na_ligtas ganap_na_ligtas lubos_na_ligtas ligtas_na_paggamot ligtas_ito ay_ligtas',
    cure: 'nagpapagaling_ng lunas nakakagamot nakagagamot gumagamot_ng gagamutin nakapagpapagaling magpapagaling',
    permanent: 'permanente* permanenteng habambuhay panghabambuhay magpakailanman habang-buhay',
    painless:
      'hindi_ka_masasaktan hindi_kayo_masasaktan walang_sakit walang_kirot walang_anumang_sakit hindi_masakit hindi_sasakit',
    hundred: '100_porsiyento isang_daang_porsiyento sandaang_porsiyento',
    fine: 'sabihan_ang sasabihin_ng',
  },
  ht: {
    will: 'po_ou_pral po_w_pral mak_yo_pral ap_disparèt pral_disparèt ap_vin_pi pral_vin_pi va_vin_pi ap_parèt_pi pral_parèt pral_amelyore ap_amelyore ap_efase pral_efase ap_retire ap_fè_po',
    guarantee: 'garanti* asire_rezilta toujou_mache',
    noRisk:
      'pa_gen_okenn_efè_segondè okenn_efè_segondè pa_gen_okenn_danje san_risk san_okenn_risk pa_gen_risk pa_gen_okenn_risk zewo_risk pa_gen_danje san_danje pa_gen_efè_segondè san_efè_segondè pa_gen_konplikasyon',
    safe: 'totalman_an_sekirite konplètman_an_sekirite trètman_an_sekirite li_an_sekirite sekirite_total an_sekirite_nèt',
    cure: 'geri_akne geri_tout geri_nèt geri_maladi gerizon_konplè gerizon_total',
    permanent: 'pou_tout_tan pou_toutan pèmanan* pou_lavi definitif* definitivman',
    painless: 'p_ap_santi_doulè pa_santi_doulè san_doulè san_okenn_doulè pa_gen_doulè pa_fè_mal p_ap_fè_mal',
    hundred: '100_pousan san_pousan',
    fine: '',
  },
};
