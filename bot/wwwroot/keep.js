(function(){
var d=document,main=d.querySelector("main"),data=main.dataset,worker=navigator.serviceWorker,can=worker&&window.caches&&window.fetch;
function each(q,f){[].forEach.call(d.querySelectorAll(q),f)}
function say(text){d.getElementById("said").textContent=text}
function drop(){
 return Promise.all([
  caches.keys().then(function(names){return Promise.all(names.filter(function(n){return n.indexOf("pages /")===0}).map(function(n){return caches.delete(n)}))}),
  worker.getRegistrations().then(function(all){return Promise.all(all.map(function(r){if(r.active)r.active.postMessage("drop");return r.unregister()}))})])}
function keep(){
 var name="pages "+data.keep+" "+data.lang,all=[];
 each("[data-k],link[rel=stylesheet]",function(e){all.push(e.getAttribute("href"))});
 each("script",function(e){all.push(e.getAttribute("src"))});
 say(data.wait);
 return worker.register("/w.js",{scope:data.keep}).then(function(){return caches.open(name)}).then(function(cache){
  return Promise.all(all.map(function(u){return fetch(u.indexOf("?")<0?u:u+"&kept",{credentials:"omit",cache:"no-store"}).then(function(r){if(!r.ok)throw r;return cache.put(u,r)})}))
 }).then(function(){say(data.done);shown(true)},function(){caches.delete(name);say(data.failed)})}
function shown(kept){each("#drop",function(e){e.hidden=!kept})}
if(!can)return;
if("drop" in data)return drop();
var today=new Date().toISOString().slice(0,10);
each("[data-until]",function(e){e.hidden=e.dataset.until>=today});
each("#can",function(e){e.hidden=false});
each("#cannot",function(e){e.hidden=true});
each("#keep",function(e){e.onclick=keep});
each("#drop",function(e){e.onclick=function(){drop().then(function(){
 var p=d.createElement("p");p.id="said";p.setAttribute("role","status");p.className="note";main.replaceChildren(p);say(data.gone)})}});
if(data.keep)caches.keys().then(function(names){shown(names.some(function(n){return n.indexOf("pages /")===0}))});
d.addEventListener("submit",function(e){if(e.target.action===location.origin+"/leave"){d.body.hidden=true;if(worker.controller)worker.controller.postMessage("drop")}});
})();
