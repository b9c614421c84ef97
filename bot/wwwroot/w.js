var place=new URL(registration.scope).pathname,patience=4e3;
function drop(){
 return caches.keys().then(function(names){return Promise.all(names.filter(function(n){return n.indexOf("pages /")===0}).map(function(n){return caches.delete(n)}))})
  .then(function(){return registration.unregister()})}
function any(path){return caches.match(path,{ignoreSearch:true,ignoreVary:true}).then(function(r){return r||Response.error()})}
function page(request,path,lang){
 var key=path+"?lang="+lang,name="pages "+place+" "+lang;
 return caches.match(key,{ignoreVary:true}).then(function(old){
  if(!old)return fetch(request).catch(function(){return any(path)});
  return new Promise(function(done){
   var timer=setTimeout(function(){done(old)},patience);
   fetch(key+"&kept",{credentials:"omit",cache:"no-store"}).then(function(r){
    if(r.status===404)return caches.open(name).then(function(c){return c.delete(key)}).then(function(){return r});
    if(!r.ok)return old;
    return caches.has(name).then(function(kept){return kept?caches.open(name).then(function(c){return c.put(key,r.clone())}):0}).then(function(){return r})
   }).catch(function(){return old}).then(function(r){clearTimeout(timer);done(r)})})})}
self.addEventListener("install",function(){self.skipWaiting()});
self.addEventListener("message",function(e){if(e.data==="drop")e.waitUntil(drop())});
self.addEventListener("fetch",function(e){
 var u=new URL(e.request.url),path=u.pathname;
 if(e.request.method!=="GET"||u.origin!==location.origin)return;
 if(path.indexOf("/a/")===0)e.respondWith(caches.match(e.request,{ignoreVary:true}).then(function(r){return r||fetch(e.request)}));
 else if(e.request.mode==="navigate"&&(path===place||path.indexOf(place+"/")===0)&&path!==place+"/keep"&&!u.searchParams.has("qr"))e.respondWith(page(e.request,path,u.searchParams.get("lang")||""))});
