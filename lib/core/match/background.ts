/**
 * How common a word is in ordinary English prose. A library of three cards cannot tell a rare word
 * from a common one by itself; these rough shares stand in until it can.
 */
/**
 * Stems by the share of ordinary pages (some 300 words each) that use their words, rounded to 1/2^n.
 * Those that begin with the same two letters stand together, with the letters once: "fa.ct.mili" is
 * "fact" and "famili". The list is the largest part of the engine's size.
 */
const tiers: readonly (readonly [share: number, stems: string])[] = [
  [
    1 / 4,
    `\
al.low ca.se ch.ang co.untri cr.eat di.ffer ex.ampl ge.ner go.od.vern gr.eat im.port in.dividu \
kn.ow li.fe.ve me.an ne.w nu.mber pa.rt pe.opl pl.ace po.int.wer pr.oblem qu.estion re.ason ri.ght \
st.ate sy.stem th.ink ti.me wa.i wo.rk.rld ye.ar`,
  ],
  [
    1 / 8,
    `\
ab.l ac.cord.t.tion.tual ad.d am.ount ar.ea.gu as.k ba.d.se be.gin.liev.st.tter bi.g br.ing bu.ild\
.si ca.ll.re.us ce.rtain ch.anc.ild cl.ear.ose co.mmon.mmun.mpani.nsid.ntinu.ntrol.st.urs cu.rrent \
da.i de.al.cid.cis.velop du.e ec.onomi ed.uc ef.fect en.d ev.ent ex.ist.peri fa.ct.mili.r fe.el \
fi.nd fo.llow.rc.rm fr.ee fu.ll.tur gi.ve gr.oup.ow ha.nd.ppen.rd he.lp hi.gh.stori ho.ld.me.pe.ur \
hu.man id.ea im.pact.prov in.clud.creas.form.terest.tern is.su jo.b ki.nd la.rg.te.w le.ad.arn.av\
.vel li.ke.ne.ttl lo.cal.ng.ok.se.t.w ma.in.jor.n.tter me.mber mo.nei.nth.ve na.me.tion.tur \
ne.cessari of.fer ol.d op.en.portun or.der pa.i pe.rson pl.ai.an po.lici.lit.pul.ssibl pr.esent\
.esid.event.ocess.oduc.oduct.ovid pu.blic ra.te re.ach.al.duc.main.quir.search.spect.st.sult ri.sk \
ru.n sc.hool se.cond.lf.ns.rv.rvic.t sh.ow si.milar.mpl.ngl.tuat sm.all so.cial.cieti.rt st.art.op\
.ori.rong.udi su.ccess.ggest.pport.re te.ll.rm to.dai.p tr.ue.y tu.rn ty.pe un.derstand.ivers \
us.ual va.lu vi.ew wa.it.r.ter we.ek wo.man.rd wr.ite.ong yo.ung`,
  ],
  [
    1 / 16,
    `\
ab.us ac.cept.cess.count.hiev ad.dit.opt af.fect ag..re ai.r al.on.tern an.swer.ti ap.pear.pli\
.proach ar.t.ticl as.pect.soci.sum at.tack.tempt.tent au.thor av.ail.erag.oid aw.ar ba.lanc.n.nk.si\
.sic be.auti.havior.lief.nefit bl.ood bo.di.ok.rder.rn br.eak bu.dget.i ca.mpaign.pabl.r.reer.rri \
ce.nter.ntral.nturi ch.alleng.aract.arg.eck.oic.oos ci.ti.tizen.vil cl.aim.ass.ean co.llect.lleg\
.mbin.mmit.mpar.mpet.mplet.mplex.ncern.ndit.nduct.nflict.nsequ.nstant.nsum.ntain.ntent.ntract\
.ntribut.nvers.rpor.rrect.unt.upl.urt.ver cr.ime.itic cu.ltur.stom.t da.mag.nger.ta.te de.ad.ath\
.bat.cad.ep.fend.fin.gre.liv.mand.mocraci.part.pend.scrib.sign.spit.tail.termin di.e.fficult.rect\
.rector.scuss.seas do.ctor.or.ubt dr.aw.eam.ive.op.ug ea.rli.rn.rth.si.t ec.onom ef.fort ei.ght \
el.ect.ement em.ot.ploi en.courag.ergi.forc.gag.joi.sur.ter.tir.viron eq.ual es.cap.tablish.tim \
et.hic ev.id.il ex.actli.chang.pand.pect.pens.pert.plain.press.tend.trem ey. fa.ce.cil.il.ir.ith.ll\
.mou.ther.vor fe.ar.atur.der fi.eld.ght.gur.ll.lm.nal.nanc.ne.re.t.ve fo.cu.od.reign.ur fr.eedom\
.iend.ont fu.nd.ndament ga.in.me ge.nder gi.rl gl.obal go.al.d gr.ound.owth gu.arante.ess.i ha.lf\
.ppi.rm he.ad.alth.ar.art.avi hi.t ho.t.tel.us hu.ge.sband id.entifi il.leg im.ag.agin.medi in.cent\
.com.depend.dustri.fluenc.iti.stanc.stitut.tend.ternet.troduc.vest.volv jo.in ju.dg.stifi ke.i ki.d\
.ll.ng kn.owledg la.ck.nd.nguag le.ader.gal.gisl.tter li.ber.berti.brari.ght.mit.st.sten lo.ad.ck\
.nger.ve ma.chin.intain.le.nag.rk.rket.rriag.ss.teri me.asur.dia.dic.et.ntal.ntion.re.ssag.thod \
mi.ddl.litari.nd.nist.nor.nut.ss mo.del.dern.ment.ral.rn.ther.tion.uth mu.sic ne.ar.g.twork ni.ght\
.ne no.n.rm.rmal.rth.te.tic ob.ject.viou oc.cur of.fens.fic.fici op.er.inion.tion or.igin ou.tcom\
.tsid pa.in.per.rent.rti.rticular.ss.st.tient.ttern pe.ac.rfect.rform.riod.rmit ph.one.ysic pi.ck\
.ctur.ec po.or.pular.sit.verti pr.actic.efer.essur.etti.ice.incipl.ior.ivat.obabl.ofit.ogram.oject\
.omot.oper.opos.otect.ove pu.ll.nish.rpos.sh qu.aliti.ick ra.is.ng re.ad.adi.aliz.ceiv.cent.cogn\
.cord.d.fer.flect.form.gard.gul.gular.lat.lationship.leas.li.ligion.memb.mov.plac.port.pres.sourc\
.spond.spons.strict.turn.veal ri.ch ro.le.om ru.le sa.fe.le.ve sc.ale.ene.ienc.ore se.arch.ason\
.ction.ctor.cur.ek.ll.nd.par.ri.riou.ven.x sh.are.ift.ort si.ck.de.gn.gnific.t.te.x.ze sk.ill \
sl.eep sm.art so.und.urc.uth sp.ace.eak.ecial.ecif.eech.end.irit.ort.read st.age.ai.and.andard\
.atement.ep.ick.ock.ore.raight.rategi.reet.ress.rike.ructur.ruggl.udent.yle su.bject.ffer.n.ppli\
.ppos.rfac.rpris.rviv ta.rget.sk.x te.ach.am.chnolog.n.nd.st.xt th.eori.ird.ought.ousand.reat.ree\
.row to.tal.uch.wn tr.ack.ade.adit.ain.avel.eat.ial.ip.oubl.ust.uth tw.enti.o ul.tim un.ion.iqu.it \
us.er va.rieti.riou vi.ctim.deo.olenc.sit vo.ic.te wa.lk.ll.st.tch we.st wh.ite wi.de.fe.n.ndow.sh \
wo.nder.rker.rri.rs.rst.rth`,
  ],
  [
    1 / 32,
    `\
ab.andon.senc.solut ac.cid.compani.cur.knowledg.quir.tor ad.apt.dress.ult.vanc.vantag.ventur.vertis\
.vic.voc af.fair.ford ag.enc.enda.reement ai.d.m al.cohol.iv am.az.bit an.alysi.cient.ger.im.nounc\
.nual ap.art.par.peal.point.preci.propri.prov ar.m.rang.rest.riv as.id.set.sist at.tach.tend.titud\
.tract au.dienc.gust.tumn aw.ard ba.bi.ckground.g.ll.r.rrier be.ach.ar.at.d.er.long.nd.neath.sid\
.yond bi.ll.llion.nd.rd.rth.t bl.ack.ame.ock.ue bo.ard.at.i.ne.ss.ttl.ttom.wl.x br.ain.anch.and.ead\
.eakfast.eath.idg.ief.ight.oad.other.own bu..rden.rn.tton ca.ke.mera.mp.ncel.pac.pit.ptain.rbon.rd\
.sh.st.t.tch ce.lebr.ll ch.air.annel.apter.eap.ees.ef.emic.icken.ief.ocol.ristian.ristma.urch \
ci.rcl.rcumst.te cl.imat.imb.ock.oth.oud.ub co.ach.al.ast.de.ffe.ld.lleagu.lor.lumn.mfort.mmand\
.mment.mmerci.mmiss.mmitte.mpens.mpetit.mplain.mpromis.mput.nceiv.ncentr.ncept.nclud.ncret.nfer\
.nfid.nfirm.nfus.ngress.nnect.nsent.nserv.nsist.nstruct.ntact.ntest.ntext.ntrast.nvent.nvinc.ok.ol\
.oper.pi.re.rner.rrupt.uncil cr.ash.azi.eam.edit.ew.isi.oss.owd.ucial.y cu.p.riou.rv cy.cl da.ili\
.nc.rk.ughter de.clin.creas.fens.lai.mocrat.monstr.ni.riv.sir.sk.stroi.vic di.et.g.git.nner.rti\
.sappear.scov.scrimin.sh.sput.stanc.stinct.stribut.strict.vers.vid do.cument.g.llar.mest.ubl.wnload\
.zen dr.ess.ink.y du.ti dy.nam ea.s.st ed.g.it ef.fici eg.g el.ectr.imin em.ail.erg.phasi.pir.pti \
en.abl.count.emi.gin.gland.orm.terpris.tertain eq.uip er.a.ror es.senti eu.ropean ev.alu.en.entu\
.olv ex.amin.cel.cept.cess.cit.ecut.ercis.hibit.plor.port.pos.tern.tra fa.bric.ctor.ctori.miliar.n\
.rm.shion.st.t.ult.vorit fe.bruari.mal fi.le.nger.nish.rm.sh fl.at.avor.ight.oat.ood.oor.ow.ower.y \
fo.lk.ot.otbal.rest.rget.rmal.rmer.rtun.rward.und fr.ame.equent.esh.idai.uit fu.el.lfil.n.nction\
.rnitur ga..rag.rden.rlic.ther ge.ntl gi.ft gl.ad.ass go.ld.lden gr.ade.adual.and.ant.aph.ass.een\
.ei gu.ard.est.id.ilti.n ha.bit.ir.ll.ng.t.te he.at.ight.ll.ro hi.de.ll.re ho.lidai.nest.nor.rs\
.spit.st.usehold hu.ndr.ngri.nt.rt ic. id.eal.ent ig.nor il.l.lustr im.migr.plement.pli.pos.poss\
.press in.ch.cid.dic.evit.frastructur.gredi.juri.noc.nov.put.sid.sist.spir.stal.struct.strument.sur\
.tegr.tellectu.tellig.tens.tent.teract.terpret.terven.terview.vestig.vit ir.on is.land it.em \
ja.nuari jo.urnal.urnei ju.dgment.ic.li.mp.ne.stic ke.yboard ki.ck.tchen kn.ife la.bel.bor.di.ke\
.unch.wyer.yer le.an.g.mon.nd.ngth.sson li.e.ft.nk.p.teratur lo.cat.gic.ne.os.rd.ss.ud lu.ck.nch \
ma.gazin.il.nkind.nner.nufactur.p.rch.ssiv.ster.tch me.al.at.chan.dicin.dium.lt.mori.nu.tal mi.le\
.lk.llion.ne.nistri.rror.ssion.stak.x mo.bil.de.ndai.nitor.od.on.tiv.tor.unt.untain.vement.vi \
mu.ltipl.rder.scl.seum na.ke.rrow ne.arbi.ck.ighbor.t ni.ce no.bodi.is.se.vel.vemb nu.clear ob.lig\
.serv.tain oc.ean.tob oi.l on.ion op.pos.posit or.gan ou.tlin ov.en.eral ow..ner pa.ck.ckag.ge.int\
.ir.n.nel.rliament.rticip.rtner.sseng.th.yment pe.n.pper.rcent.rman.rspect.t ph.oto.rase pi.lot.nk\
.pe pl.ain.ane.anet.ant.astic.ate.enti.u po.cket.em.lic.litician.ol.rt.rtion.ssess.st.t.tato.tenti\
.und.ur pr.ais.edict.egnant.epar.escrib.ess.etend.eviou.ide.imari.ime.inc.int.ison.ize.ocedur.ofess\
.ofessor.ofil.ogress.omis.oof.operti.oport.ospect.oud.ovinc ps.ycholog pu.blish.rchas.re.rsu.zzl \
qu.arter.een.iet.it.ot ra.ce.dio.il.in.ndom.pid.re.tio.w re.action.adili.aliti.ar.cal.cip.commend\
.cov.fus.gion.gist.ject.l.lax.lev.lief.ligi.luct.mark.mind.mot.nt.pair.peat.pli.put.quest.scu.serv\
.sist.solv.staur.tain.tir.venu.vers.view.volut.ward ri.ce.de.ng.se.ver ro.ad.ck.ll.mant.of.ot.ugh\
.und.ut.w.yal ru.ral.sh sa.d.feti.lad.lari.lt.mpl.nction.nd.tisfi.turdai.uc sc.hedul.heme.holar\
.ientist.ope.reen se.a.at.cret.cretari.ed.lect.nat.nior.nsit.ntenc.ptemb.quenc.ssion.ttl.ver.xual \
sh.adow.ake.ape.arp.eet.ip.irt.ock.oe.oot.op.oulder.out.ut si.ght.gnal.lenc.lver.ng.ster sk.in.y \
sl.ave.ice.ight.ip.ow sm.ell.ile.oke.ooth sn.ow so.ft.ftwar.il.ldier.lid.lut.lv.n.ng.ul.up sp.eci\
.ectrum.eed.ell.lit.ot.ring sq.uar st.abl.aff.air.ake.ar.ation.atist.atu.eal.eel.em.ir.one.orag.orm\
.rang.ranger.ream.rength.retch.ring.rip su.dden.gar.it.mmer.ndai.pper.prem.rgeri.rround.rvei.spect\
.stain sw.eet.im.itch sy.mbol.mpathi ta.bl.il.lent.lk.ll.nk.pe.st te.a.ar.chnic.chniqu.enag.lephon\
.levis.mperatur.mporari.nni.nsion.rribl.rritori.rror th.ank.eater.eme.ick.in.reaten.roat.ursdai \
ti.cket.e.ght.p.re to.i.mato.morrow.ne.ngu.ol.oth.ur.wer tr.affic.ansfer.ansform.anslat.ansport.ee\
.emend.end tu.esdai ty.pic ug.li un.cl.dermin.fair.iform up.dat ur.ban.g va.cat.llei.luabl.n.ri.st \
ve.get.hicl.rsion.ssel vi.olent.rtu.ru.sion.sual.tal vo.lum vu.lner wa.ge.rm.rn.sh.ve we.ak.alth\
.apon.ar.ather.bsit.d.dnesdai.ekend.igh.ight.lcom.lfar.t wh.eel.ilst.isper wi.ld.nd.ne.ng.nner.nter\
.re.se.t wo.od.rldwid.und wr.ap.iter ya.rd ye.llow.sterdai yo.uth ze.ro zo.ne`,
  ],
];

/** The share of a word that the list does not name. */
export const unlistedShare = 0.003;
/** Numbers of two digits and years stand on many pages and mean little by themselves. */
const numberShare = 1 / 32;

function readTiers(): ReadonlyMap<string, number> {
  const byStem = new Map<string, number>();
  tiers.forEach(([, stems], at) => {
    for (const group of stems.split(' ')) {
      const [beginning = '', ...endings] = group.split('.');
      for (const ending of endings) byStem.set(beginning + ending, at);
    }
  });
  return byStem;
}

const tierOf = readTiers();
const tierShares = [...tiers.map(([share]) => share), numberShare, unlistedShare];

/** How many tiers there are. */
export const tierCount = tierShares.length;

/** The tier of a term, a stem as words.ts gives it: a number that `shareOfTier` takes. */
export function backgroundTier(term: string): number {
  const listed = tierOf.get(term);
  if (listed !== undefined) return listed;
  return /^(\d{1,2}|(19|20)\d\d)$/.test(term) ? tiers.length : tiers.length + 1;
}

/** The rough share (0 to 1) of ordinary English pages that hold a term of this tier. */
export function shareOfTier(tier: number): number {
  return tierShares[tier] ?? unlistedShare;
}
